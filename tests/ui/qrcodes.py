"""Reading QR codes from a grab of the screen, with two readers that fail on different things."""

import cv2
import numpy as np
import zxingcpp
from PySide6.QtGui import QImage


def pixels(image):
    """Return a QImage as an array of height × width × BGR, uint8."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    rgb = rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3)
    return np.ascontiguousarray(rgb[:, :, ::-1])


def read_qr(image):
    """Return what zxing-cpp and what OpenCV read in a QImage."""
    array = pixels(image)
    by_zxing = [found.text for found in zxingcpp.read_barcodes(array)]
    by_opencv, *_ = cv2.QRCodeDetector().detectAndDecode(array)
    return by_zxing[0] if by_zxing else "", by_opencv

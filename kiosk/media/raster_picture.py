"""Raster pictures: decoded completely by Pillow and, where needed, saved again, upright and in sRGB.

Screens decode PNG, JPEG and WebP only, ignore colour profiles and EXIF orientation, and show one frame.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image, ImageCms, ImageOps, ImageStat, UnidentifiedImageError

from kiosk.feed.message_catalog import tr
from kiosk.media.kinds import begins_as_named, disguise
from kiosk.media.media_facts import Made, MediaFacts, Order, unusable

MOST_PIXELS = 50_000_000
MOST_PIXELS_READ = 600_000_000
"""Pixels times scans: a progressive JPEG may have thousands of scans, each as slow to decode as a picture."""

MOST_FRAMES = 300
SHOWN_AS_IT_IS = frozenset({"PNG", "JPEG", "MPO", "WEBP"})
_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})
_LOSSY = frozenset({"JPEG", "MPO", "HEIF", "AVIF"})
_FORMATS = ["PNG", "JPEG", "WEBP", "GIF", "BMP", "AVIF"]
_ORIENTATION = 0x0112
_START_OF_SCAN = b"\xff\xda"
_ENOUGH_CONTRAST = 0.9
"""An animation is shown as its first frame with at least this share of its highest contrast."""

_SRGB_TOLERANCE = 3
"""Out of 255: a profile whose colours differ by no more than this from sRGB's is treated as sRGB."""


def convert(order: Order, use: Callable[[Image.Image, Order], MediaFacts] | None = None) -> MediaFacts:
    """Open a picture and pass it to `use`, by default `converted`."""
    warnings.simplefilter("ignore")  # from Pillow, about metadata
    Image.MAX_IMAGE_PIXELS = None  # the size of the first frame is checked below
    if message := _heif_missing(order.path):
        return unusable("picture", message)
    try:
        with Image.open(order.path, formats=_formats()) as image:
            return (use or converted)(image, order)
    except UnidentifiedImageError:
        if begins_as_named(order.path):
            return unusable("picture", tr("it is damaged; export it again"))
        reason = disguise(order.path) or tr("it is not a picture")
        return unusable("picture", tr("cannot be decoded: {reason}", reason=reason))
    except MemoryError:
        raise  # the converter process reports it
    except Exception as bad:  # noqa: BLE001  # Pillow's decoders raise all kinds of exceptions
        reason = str(bad) or type(bad).__name__
        return unusable("picture", tr("cannot be decoded: {reason}; export it again", reason=reason))


def _heif_missing(path: Path) -> str:
    if path.suffix.lower() not in {".heic", ".heif"}:
        return ""
    try:
        import pillow_heif  # noqa: F401, PLC0415  # an extra
    except ModuleNotFoundError:
        return tr(
            "HEIC needs the extra 'check' (pip install 'infodisk[check]'); or export the photo as JPEG (.jpg)"
        )
    return ""


def _formats() -> list[str]:
    try:
        import pillow_heif  # noqa: PLC0415  # an extra
    except ModuleNotFoundError:
        return _FORMATS
    pillow_heif.register_heif_opener(thumbnails=False)
    return [*_FORMATS, "HEIF"]


def converted(image: Image.Image, order: Order) -> MediaFacts:
    """Return the facts of a picture; it is saved again if screens would show it wrongly."""
    width, height = image.size
    if width * height > (MOST_PIXELS // 2 if _is_deep(image) else MOST_PIXELS):
        message = tr(
            "{width} x {height} pixels are more than can be decoded; make it smaller",
            width=width,
            height=height,
        )
        return unusable("picture", message)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2  # Pillow refuses later frames of more than twice this
    warned = tuple((0, 0, each) for each in _animated(image))
    reasons = tuple(_reasons(image, order.path))
    shown = _still(image)
    shown.load()
    if not (warned or reasons):
        return MediaFacts("picture", width, height)
    upright = _plain(ImageOps.exif_transpose(shown))
    made = Made(_save(upright, order.out / "picture", lossy=image.format in _LOSSY))
    return MediaFacts("picture", *upright.size, warnings=warned, made=(made,))


def frame_count(image: Image.Image) -> int:
    """Return the number of frames in a picture."""
    return getattr(image, "n_frames", 1) if image.format not in {"MPO", "HEIF"} else 1


def _animated(image: Image.Image) -> Iterator[str]:
    if (count := frame_count(image)) > 1:
        yield tr(
            "it moves, but a screen shows only one of its {count} frames; "
            "to let it move, name it in a slide of the kind video",
            count=count,
        )


def _is_deep(image: Image.Image) -> bool:
    """Return whether a channel has 16 bits."""
    return any("16" in str(tile.args) for tile in getattr(image, "tile", ()))


def _reasons(image: Image.Image, path: Path) -> Iterator[str]:
    """Yield why a screen would show this file wrongly."""
    if image.format not in SHOWN_AS_IT_IS:
        yield "format"
    if _is_deep(image):
        yield "depth"  # twice the memory, and no screen shows it
    if image.mode not in _MODES:
        yield "mode"
    if image.getexif().get(_ORIENTATION, 1) != 1:
        yield "orientation"
    if _profile(image):
        yield "profile"
    scans = path.read_bytes().count(_START_OF_SCAN) if image.format in {"JPEG", "MPO"} else 1
    if image.width * image.height * scans > MOST_PIXELS_READ:
        yield "scans"


def _still(image: Image.Image) -> Image.Image:
    """Return the picture; of an animation, the first frame with enough contrast."""
    count = min(frame_count(image), MOST_FRAMES)
    if count <= 1:
        return image
    contrasts = []
    for number in range(count):
        image.seek(number)
        contrasts.append(_contrast(image))
    best = next(number for number, each in enumerate(contrasts) if each >= _ENOUGH_CONTRAST * max(contrasts))
    image.seek(best)
    return image


def _contrast(image: Image.Image) -> float:
    small = image.convert("RGBA").resize((32, 18))
    ground = Image.new("RGBA", small.size, "white")
    return float(ImageStat.Stat(Image.alpha_composite(ground, small).convert("L")).stddev[0])


def _plain(image: Image.Image) -> Image.Image:
    """Return a picture in sRGB, with 8 bits per channel and without a palette."""
    profile = _profile(image)
    if image.mode.startswith(("I", "F")):
        image = _from_16_bits(image)
    if image.mode in {"P", "PA", "1"} or (image.mode in {"L", "RGB"} and "transparency" in image.info):
        image = image.convert("RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB")
    alpha = "A" if image.mode in {"LA", "RGBA"} else ""
    if profile:
        image = _to_srgb(image, profile)
    return image if image.mode in {"L", "RGB", "RGBA"} else image.convert("RGB" + alpha)


def _from_16_bits(image: Image.Image) -> Image.Image:
    return image.convert("I").point(lambda value: value / 257).convert("L")


def _profile(image: Image.Image) -> ImageCms.ImageCmsProfile | None:
    """Return the colour profile of a picture if its colours would look different without it."""
    data = image.info.get("icc_profile")
    if not data:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        return None if image.mode in {"RGB", "RGBA", "P"} and _is_srgb(profile) else profile
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    steps = (0, 64, 128, 192, 255)
    colours = [(red, green, blue) for red in steps for green in steps for blue in steps]
    image = Image.new("RGB", (len(colours), 1))
    image.putdata(colours)
    shown = _to_srgb(image, profile)
    before, after = image.tobytes(), shown.tobytes()
    return max(abs(one - other) for one, other in zip(before, after, strict=True)) <= _SRGB_TOLERANCE


def _to_srgb(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    """Convert a picture; if its profile is for another colour mode, return it unchanged."""
    alpha = image.getchannel("A") if image.mode in {"LA", "RGBA"} else None
    bare = image.convert(image.mode.removesuffix("A")) if alpha else image
    try:
        shown = ImageCms.profileToProfile(
            bare,
            profile,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except ImageCms.PyCMSError:
        return image
    assert shown is not None  # noqa: S101  # it is None only for a conversion in place
    if alpha:
        shown.putalpha(alpha)
    return shown


def _save(image: Image.Image, path: Path, *, lossy: bool) -> str:
    """Save a picture without metadata; return the name of the file."""
    image.info = {}
    if lossy and image.mode != "RGBA":
        path = path.with_suffix(".jpg")
        image.save(path, quality=92, subsampling=0, optimize=True)
    else:
        path = path.with_suffix(".png")
        save_png(image, path)
    return path.name


def save_png(image: Image.Image, path: Path) -> None:
    """Save a picture losslessly, without an alpha channel that it does not use."""
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    image.save(path, "PNG", compress_level=7)

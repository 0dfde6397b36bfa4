"""The window of the Studio: view-models, and the QML in `kiosk/studio/qml`."""

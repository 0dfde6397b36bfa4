"""The Qt user interface of a screen: view-models, image providers, translations and QML."""

"""Qt: view-models, image providers, translations and the QML of the screen."""

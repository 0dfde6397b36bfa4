import Kiosk

// The items on top of a video; SlideView plays the video itself.
SlideBody {
    id: slide

    SlideCaption {
        card: slide.card
    }
}

import Kiosk

// What is over a video; the video itself is the view's.
SlideBody {
    id: slide

    SlideCaption {
        card: slide.card
    }
}

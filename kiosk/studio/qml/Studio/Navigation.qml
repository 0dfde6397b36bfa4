import QtQml
import Kiosk.Model

// The open page of the Studio, and the functions that open another one.
QtObject {
    id: navigation

    required property StudioModel studio
    property string page: "home"

    // The page from which the slide page was opened.
    property string before: "home"

    function showSlide(): void {
        navigation.before = navigation.page;
        navigation.page = "slide";
    }

    function beginSlide(): void {
        navigation.studio.slide.begin();
        navigation.showSlide();
    }

    function openSlide(slide: string): void {
        navigation.studio.slide.open(slide);
        navigation.showSlide();
    }

    // Open the page on which a file of the feed is edited.
    function showPart(file: string): void {
        const [folder, part] = file.split("/");
        const name = part?.replace(".yaml", "") ?? "";
        const pages = {
            playlists: [navigation.studio.playlist, "playlists"],
            offices: [navigation.studio.office, "offices"],
            topics: [navigation.studio.topic, "topics"],
            screens: [navigation.studio.week, "week"]
        };
        if (!file.endsWith(".yaml")) {
            return;
        } else if (folder === "slides") {
            navigation.openSlide(name);
        } else if (folder === "notices") {
            navigation.page = "notice";
        } else if (pages[folder]) {
            pages[folder][0].open(name);
            navigation.page = pages[folder][1];
        }
    }

    function showRelease(): void {
        navigation.studio.slide.leave();
        navigation.page = "release";
    }

    function back(): void {
        if (navigation.page === "slide") {
            navigation.studio.slide.leave();
            navigation.page = navigation.before;
        } else {
            navigation.page = "home";
        }
    }
}

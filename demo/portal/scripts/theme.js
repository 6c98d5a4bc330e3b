// Runs before the page is painted, so that it appears in the chosen theme at once. No choice: as the system has it.
const chosenTheme = localStorage.getItem('theme');
if (chosenTheme === 'light' || chosenTheme === 'dark') document.documentElement.dataset.theme = chosenTheme;

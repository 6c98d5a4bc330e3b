// Runs before the page is painted, so that it appears at once as it was chosen: in its theme (as the system has it unless
// one was chosen), and in the colours of its marketplace.
const { documentElement: page } = document;

const chosenTheme = localStorage.getItem('theme');
if (chosenTheme === 'light' || chosenTheme === 'dark') page.dataset.theme = chosenTheme;

const offeredHere = (page.dataset.marketplaces ?? 'amplify amplify-classic ibm mparticle eqp').split(' ');
const askedFor = new URLSearchParams(location.search).get('marketplace');
page.dataset.brand = offeredHere.includes(askedFor) ? askedFor : offeredHere[0];

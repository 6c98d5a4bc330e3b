/** What is said from the question before a secret is decrypted until it is let go of; loaded with it. */
export const secretSession = {
  secretOf: (name: string) => `Secret of ${name}`,
  secretConfirm: 'Show the secret on this page?',
  secretConfirmBody:
    'It is decrypted in your browser. Whoever sees your screen could read it. Store it somewhere safe, such as a password manager.',
  secretConfirmWindow: (until: string) =>
    `You can view it again until ${until}, then it is removed from this marketplace.`,
  secretConfirmOnce:
    'You can do this once. It stays on this page until you have stored it; then it will not be shown again.',
  secretDecrypting: 'Decrypting…',
  secretUnderway: 'It can be viewed only once, so this cannot be cancelled now.',
  secretShown: 'The secret is decrypted and masked. You can copy it without showing it.',
  secretMasked: 'Hidden',
  secretShow: (label: string) => `Show ${label}`,
  secretHide: (label: string) => `Hide ${label}`,
  secretEmbedded: 'This page is embedded in another one, which has to allow copying (allow="clipboard-write").',
  secretDownload: 'Download',
  secretDownloadAs: (format: string) => `Download ${format}`,
  secretDownloadStarted: (file: string) => `The download of ${file} has started.`,
  secretDownloadFailed: 'The download could not be prepared. Copy the secret instead.',
  secretCsvAltered:
    "A spreadsheet would take one of the values for a formula. In the CSV file it has an apostrophe (') before it: take that away, or use .env or JSON.",
  secretStored: 'I have stored it somewhere safe',
  secretDone: 'Done',
  secretHidesIn: (left: string) => `Hides in ${left}`,
  secretStays: 'It stays here until you have stored it: it will not be shown again.',
  secretKeptIdle: 'It was masked because nothing happened for a while.',
  secretKeptTab: 'It was masked because you left this tab.',
  secretKeptSession:
    'Your session has ended, so the secret was masked. You can still copy or download it here: it cannot be viewed again after you sign in.',
  secretKeptWindow:
    'The time to view it has ended, so the secret was masked. You can still copy or download it here until you close it.',
  secretKeptLeft: 'You left before you had stored this secret. It is still here, masked.',
  secretKeep: 'Keep it open',
  secretHidesSoon: (left: string) => `The secret will be hidden in ${left}. Press “Keep it open” to go on.`,
  secretCloseHeading: 'Close without storing it?',
  secretCloseBody: 'You have neither copied nor downloaded the secret.',
  secretAgainUntil: (until: string) => `You can view it again until ${until}.`,
  secretCloseNever: 'It will not be shown again.',
  secretCloseAnyway: 'Close anyway',
  secretCloseLose: 'Close and lose the secret',
  secretGoBack: 'Go back',
};

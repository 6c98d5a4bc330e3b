/** `<credential-list>` is the class CredentialList. */
const classNameOf = (tag) => tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** `dispatchEvent(new SomeEvent())` adds an event without a name beside the one that @fires documents. */
const withoutNamelessEvents = {
  name: 'without-nameless-events',
  moduleLinkPhase({ moduleDoc }) {
    for (const declaration of moduleDoc.declarations ?? []) {
      if (declaration.events) declaration.events = declaration.events.filter((event) => event.name);
    }
  },
};

/** The class modules register nothing, so the analyzer sees no tag: the folder of an element is its tag. */
const tagFromFolder = {
  name: 'tag-from-folder',
  moduleLinkPhase({ moduleDoc }) {
    const [, tag] = /src\/elements\/([a-z]+(?:-[a-z]+)+)\//.exec(moduleDoc.path) ?? [];
    if (!tag) return;
    const declaration = moduleDoc.declarations?.find(({ kind, name }) => kind === 'class' && name === classNameOf(tag));
    if (!declaration) return;
    declaration.tagName = tag;
    declaration.customElement = true;
    moduleDoc.exports = [
      ...(moduleDoc.exports ?? []).filter(({ kind }) => kind !== 'custom-element-definition'),
      { kind: 'custom-element-definition', name: tag, declaration: { name: declaration.name, module: moduleDoc.path } },
    ];
  },
};

/** Leaves out what is private: the manifest is documentation for those who use the elements. */
const withoutPrivateMembers = {
  name: 'without-private-members',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        if (!declaration.members) continue;
        declaration.members = declaration.members.filter(
          ({ name, privacy }) => privacy === undefined || (privacy === 'public' && !name.startsWith('#')),
        );
      }
    }
  },
};

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['src/elements/**/define.ts', 'src/elements/**/*.styles.ts', 'src/elements/**/styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [withoutNamelessEvents, tagFromFolder, withoutPrivateMembers],
};

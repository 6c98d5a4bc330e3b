import { existsSync, readFileSync } from 'node:fs';

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

/** The class modules register nothing, so the analyzer sees no tag: a folder with a `define.ts` is a tag. */
const tagFromFolder = {
  name: 'tag-from-folder',
  moduleLinkPhase({ moduleDoc }) {
    const [, tag] = /src\/elements\/([a-z]+(?:-[a-z]+)+)\//.exec(moduleDoc.path) ?? [];
    if (!tag || !existsSync(new URL(`./src/elements/${tag}/define.ts`, import.meta.url))) return;
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

/** `x?: T | undefined` says `undefined` twice. */
const withoutRepeatedTypes = {
  name: 'without-repeated-types',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const { members = [], attributes = [] } of declarations) {
        for (const { type } of [...members, ...attributes]) {
          if (type?.text) type.text = type.text.replaceAll(/(?: \| undefined){2,}/g, ' | undefined');
        }
      }
    }
  },
};

/** What every element with a look of its own reads beside its own custom properties. */
const sharedTokens = {
  name: 'shared-tokens',
  packageLinkPhase({ customElementsManifest }) {
    const tokens = JSON.parse(
      readFileSync(new URL('./src/elements/shared/styles/tokens.json', import.meta.url), 'utf8'),
    );
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        if (!declaration.cssParts) continue;
        declaration.cssProperties = [
          ...(declaration.cssProperties ?? []),
          ...tokens.map(({ name, default: value, description }) => ({ name, default: value, description })),
        ];
      }
    }
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
  plugins: [withoutNamelessEvents, tagFromFolder, sharedTokens, withoutRepeatedTypes, withoutPrivateMembers],
};

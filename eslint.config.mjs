import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

const node = '^node:';
const vscode = '^vscode$';
const client = '^vscode-languageclient';
const server = '^vscode-languageserver';
const anyPackage = '^[^.]';

/** What the client takes from core and its pages beside types. */
const clientValues = [
  'server/src/core/recognise',
  'server/src/core/requests',
  'server/src/core/summaryRequests',
  'client/webview/summary/firstChoices',
];

/**
 * Who may import whom, the narrower row after the wider one (docs/architecture.md says why).
 * `not` are packages out of bounds. Imports that climb out of `folder` always are, except into
 * `typesOf`, and from there types alone but for the modules of `valuesOf`.
 */
const layers = [
  { folder: 'server/src', not: [vscode, client, node, `${server}/`] },
  { folder: 'server/src', files: 'server/src/node*.ts', not: [vscode, client] },
  { folder: 'server/src', files: 'server/src/node/**', not: [vscode, client] },
  {
    folder: 'server/src',
    files: 'server/src/kernel/**',
    not: [vscode, client, node, `${server}/`],
    typesOf: ['out/kernel'],
    valuesOf: ['out/kernel/kernel.wasm'],
  },
  { folder: 'server/src', files: 'server/src/browser*.ts', not: [vscode, client, node] },
  { folder: 'server/src/core', not: [anyPackage] },
  {
    folder: 'client/src',
    not: [server, node, `${client}/`],
    typesOf: ['server/src/core', 'client/webview'],
    valuesOf: clientValues,
  },
  {
    folder: 'client/src',
    files: 'client/src/{extension,nodeClient}.ts',
    not: [server],
    typesOf: ['server/src/core', 'client/webview'],
    valuesOf: clientValues,
  },
  {
    folder: 'client/src',
    files: 'client/src/browserExtension.ts',
    not: [server, node],
    typesOf: ['server/src/core', 'client/webview'],
    valuesOf: clientValues,
  },
  { folder: 'client/webview', not: [vscode, client, server, node], typesOf: ['server/src/core'] },
];

const deepest = 4;

export default defineConfig(
  {
    ignores: [
      'dist/',
      'out/',
      '.vscode-test/',
      '.cache/',
      'bench-data/',
      'samples/',
      'test/fixtures/',
      // AssemblyScript: looks like TypeScript, is compiled by its own compiler.
      'server/kernel/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Reading a column at an index that a loop bounds is no risk, and a check there is not free.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'AbortSignal',
          'Buffer',
          'URL',
          'URLSearchParams',
          'console',
          'fetch',
          'process',
          'performance',
        ]
          .concat(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'])
          .concat(['TextDecoder', 'TextEncoder'])
          .map(name => [name, 'readonly']),
      ),
    },
  },
  { rules: { 'max-lines': ['error', 400] } },
  // Data tables are as long as what they list.
  { files: ['server/src/core/tables/**'], rules: { 'max-lines': 'off' } },
  ...layers.flatMap(layerRules),
);

/** A relative import says how far it climbs, so each depth below the folder has its own pattern. */
function layerRules({ folder, files, not, typesOf = [], valuesOf = [] }) {
  return Array.from({ length: deepest + 1 }, (_, depth) => {
    const atDepth = `${folder}/${'*/'.repeat(depth)}*.ts`;
    return {
      files: [files ? [files, atDepth] : atDepth],
      rules: {
        '@typescript-eslint/no-restricted-imports': [
          'error',
          { patterns: [...not.map(outOfBounds), ...climbing(folder, depth, typesOf, valuesOf)] },
        ],
      },
    };
  });
}

function outOfBounds(regex) {
  return { regex, message: 'This layer does not import that package.' };
}

function climbing(folder, depth, typesOf, valuesOf) {
  const toRoot = folder.split('/').length;
  const message = `${folder} imports nothing from outside itself.`;
  if (typesOf.length === 0) return [{ regex: `^(\\.\\./){${depth + 1}}`, message }];
  const allowed = `(${typesOf.join('|')})/`;
  const exceptions = valuesOf.length > 0 ? `(?!(${valuesOf.join('|')})$)` : '';
  return [
    { regex: `^(\\.\\./){${depth + 1}}(?!(\\.\\./){${toRoot - 1}}${allowed})`, message },
    {
      regex: `^(\\.\\./){${depth + toRoot}}${exceptions}${allowed}`,
      message: `${folder} takes types alone from there.`,
      allowTypeImports: true,
    },
  ];
}

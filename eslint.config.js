import reactHooks from 'eslint-plugin-react-hooks';
import { dirname, relative, resolve, sep } from 'node:path';
import tseslint from 'typescript-eslint';
import { forbidden } from './build/arrows.mjs';

const root = import.meta.dirname;
const inTree = (path) => relative(root, path).split(sep).join('/');

/** Who may import whom is one table, build/arrows.mjs; what runs nowhere but in Node or in the shell is named here. */
const house = {
  rules: {
    arrows: {
      create(context) {
        const from = inTree(context.filename);
        const check = (node) => {
          const name = node.source?.value;
          if (typeof name !== 'string') return;
          const reason = name.startsWith('.') ? forbidden(from, inTree(resolve(dirname(context.filename), name))) : foreign(from, name);
          if (reason !== null) context.report({ node, message: reason });
        };
        return { ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
      },
    },
  },
};

function foreign(from, name) {
  if (/^(core|renderer)\//.test(from) && name.startsWith('node:')) return 'No Node here: this code runs in the window too.';
  if (/^(core|main|renderer)\/(?!electron\/)/.test(from) && /^electron(\/|$)/.test(name)) return 'Only main/electron may import electron.';
  return null;
}

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/'] },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.cts'],
    extends: [...tseslint.configs.strict],
    languageOptions: { parserOptions: { warnOnUnsupportedTypeScriptVersion: false } },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // Pixel loops index typed arrays within bounds that the loop itself sets; that a module has a class is proved by tests/structure/styles.test.ts.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['renderer/**/*.tsx', 'renderer/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['core/**', 'main/**', 'renderer/**'], plugins: { house }, rules: { 'house/arrows': 'error' } },
  // A sandboxed preload can only be CommonJS.
  { files: ['**/*.cts'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['tests/support/keepPicture.ts', 'tests/support/browser.ts', 'tests/e2e/**', 'tests/bench/**'], rules: { 'no-console': 'off' } },
);

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
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['build/scripts/look.ts', 'build/scripts/pictures.ts'] },
        tsconfigRootDir: import.meta.dirname,
        warnOnUnsupportedTypeScriptVersion: false,
      },
    },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // An early return with its last deed, or a function that only hands one on, reads better on one line.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true, allowNullish: true, allowNever: true }],
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
      // Our objects are closures and none of them has a `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // What changes while something is awaited, or in a callback, looks constant to it.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Fabric's own classes are narrower than what their methods take.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // The new parts of the control library and the keychain's other calls come with their own issues.
      '@typescript-eslint/no-deprecated': 'off',
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
  {
    // What vitest's matchers give is `any`, and doubles are as asynchronous as what they stand for.
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/await-thenable': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-useless-default-assignment': 'off',
    },
  },
  // A sandboxed preload can only be CommonJS.
  { files: ['**/*.cts'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['tests/support/keepPicture.ts', 'tests/support/browser.ts', 'tests/e2e/**', 'tests/bench/**'], rules: { 'no-console': 'off' } },
);

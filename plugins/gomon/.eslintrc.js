const config = require('@backstage/cli/config/eslint-factory')(__dirname);

const LETTERS = '/[A-Za-z]/';
const SAID =
  'JSXAttribute[name.name=/^(alt|aria-description|aria-label|aria-roledescription|aria-valuetext|description|header|hint|label|placeholder|title)$/]';
const SHOWN = ':matches(JSXElement, JSXFragment) > JSXExpressionContainer';

/** Where words would stand in a view without a way to translate them. */
const words = [
  `JSXText[value=${LETTERS}]`,
  `${SAID} > Literal[value=${LETTERS}]`,
  ...[`${SAID} > JSXExpressionContainer`, SHOWN].flatMap(place => [
    `${place} > Literal[value=${LETTERS}]`,
    `${place} > TemplateLiteral > TemplateElement[value.raw=${LETTERS}]`,
    `${place} > :matches(ConditionalExpression, LogicalExpression) > Literal[value=${LETTERS}]`,
  ]),
];

// Besides what Backstage restricts; tests say things outright.
const name = 'no-restricted-syntax';
const [, ...restricted] = config.rules[name];
config.rules[name] = [
  'error',
  ...restricted,
  ...words.map(selector => ({
    selector,
    message:
      'What people read goes through the translation API: name it in src/translation.ts.',
  })),
];
config.overrides.push({
  files: ['**/*.test.*', '**/__testUtils__/**'],
  rules: { [name]: ['error', ...restricted] },
});

module.exports = config;

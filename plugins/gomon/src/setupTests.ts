import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first test of a file loads half of Backstage; on a busy machine that takes longer than the defaults allow.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);

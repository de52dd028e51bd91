import { Silence } from '@gomon/plugin-gomon-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GomonApi, GomonNewSilence } from '../api/GomonApi';
import { now } from '../__testUtils__/pipelines';
import { answer, renderWithGomon } from '../__testUtils__/render';
import { QuietPanel } from './QuietPanel';

const KAFKA = 'resource:default/kafka';

// At noon: a time of another day, as an hour ahead of midnight is one, is shown with its date.
const noon = new Date().setHours(12, 0, 0, 0);
jest.useFakeTimers({
  now: noon,
  doNotFake: [
    'hrtime',
    'nextTick',
    'performance',
    'queueMicrotask',
    'requestAnimationFrame',
    'cancelAnimationFrame',
    'requestIdleCallback',
    'cancelIdleCallback',
    'setImmediate',
    'clearImmediate',
    'setInterval',
    'clearInterval',
    'setTimeout',
    'clearTimeout',
  ],
});

const muted: Silence = {
  id: '1',
  entityRef: KAFKA,
  kind: 'mute',
  reason: 'being replaced',
  createdBy: 'user:default/jane',
  createdAt: now(60),
  from: now(60),
  until: now(-3600),
};

/** Silences that can be added to and ended, as the backend does it. */
function backend(...silences: Silence[]) {
  return {
    getSilences: jest.fn(async () => silences),
    createSilence: jest.fn(async (wanted: GomonNewSilence) => {
      const silence = { ...muted, ...wanted, id: '2' };
      silences.push(silence);
      return silence;
    }),
    endSilence: jest.fn(async () => silences.pop()!),
  };
}

const show = (api: Partial<GomonApi>) =>
  renderWithGomon(<QuietPanel entityRef={KAFKA} />, api);

describe('QuietPanel', () => {
  it('says who keeps it quiet, why and until when', async () => {
    show(backend(muted));
    const item = await screen.findByRole('listitem');
    expect(item).toHaveTextContent(/Muted by jane until \d+:\d\d/);
    expect(item).toHaveTextContent('being replaced');
    expect(
      screen.getByText(/What is shown of it stays the truth/),
    ).toBeInTheDocument();
  });

  it('takes what has just begun by a clock that is ahead for what holds now', async () => {
    show(backend({ ...muted, from: now(-20) }));
    expect(await screen.findByRole('listitem')).toHaveTextContent(
      /Muted by jane until/,
    );
  });

  it('tells planned maintenance from what holds now', async () => {
    show(backend({ ...muted, kind: 'maintenance', from: now(-1800) }));
    expect(await screen.findByRole('listitem')).toHaveTextContent(
      /Maintenance planned by jane: \d+:\d\d/,
    );
  });

  it('acknowledges for as long as was chosen, with a reason', async () => {
    const api = backend();
    show(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Keep it quiet' }),
    );
    const form = screen.getByRole('form', { name: 'Keep it quiet' });
    const submit = within(form).getByRole('button', { name: 'Keep quiet' });
    expect(submit).toBeDisabled();
    await userEvent.type(
      within(form).getByRole('textbox', { name: /Why/ }),
      'I am at it',
    );
    await userEvent.click(submit);
    expect(await screen.findByRole('listitem')).toHaveTextContent('I am at it');
    const [wanted] = api.createSilence.mock.calls[0];
    expect(wanted).toMatchObject({ entityRef: KAFKA, kind: 'acknowledge' });
    expect(wanted.from).toBeUndefined();
    expect(Date.parse(wanted.until) - Date.now()).toBeGreaterThan(3.9 * 3600e3);
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
  });

  it('ends one before its time', async () => {
    const api = backend(muted);
    show(api);
    await userEvent.click(await screen.findByRole('button', { name: /^End/ }));
    expect(api.endSilence).toHaveBeenCalledWith('1');
    expect(
      await screen.findByText(/Nobody keeps it quiet/),
    ).toBeInTheDocument();
  });

  it('keeps the form, and says why, when the backend refuses', async () => {
    const api = backend();
    api.createSilence.mockRejectedValue(answer(403, 'not you'));
    show(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Keep it quiet' }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /Why/ }),
      'because',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Keep quiet' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('not you');
    expect(screen.getByRole('textbox', { name: /Why/ })).toHaveValue('because');
  });
});

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithGomon } from '../__testUtils__/render';
import { ChartData, LineChart } from './LineChart';

const from = Date.parse('2025-05-03T12:00:00Z');
const minute = 60_000;

const cpu: ChartData = {
  title: 'CPU',
  unit: 'percent',
  range: [from, from + 60 * minute],
  lines: [
    {
      id: 'cpu',
      label: 'CPU',
      points: [
        [from, 10],
        [from + 30 * minute, null],
        [from + 60 * minute, 30],
      ],
    },
  ],
};

describe('LineChart', () => {
  it('says in words where its values lie', async () => {
    renderWithGomon(<LineChart data={cpu} />, {});
    expect(
      await screen.findByText(/between 10.% and 30.%/),
    ).toBeInTheDocument();
  });

  it('says that there were no samples', async () => {
    renderWithGomon(<LineChart data={{ ...cpu, lines: [] }} />, {});
    expect(
      await screen.findByText('no samples in this time'),
    ).toBeInTheDocument();
  });

  it('is walked through with the keyboard, gaps included', async () => {
    renderWithGomon(<LineChart data={cpu} />, {});
    const slider = await screen.findByRole('slider', { name: 'CPU over time' });
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/: 30.%$/),
    );
    slider.focus();
    await userEvent.keyboard('{Home}');
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/: 10.%$/),
    );
    await userEvent.keyboard('{PageUp}{PageUp}{PageUp}');
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/: no sample$/),
    );
  });
});

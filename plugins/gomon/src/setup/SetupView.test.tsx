import { screen } from '@testing-library/react';
import { answer, renderWithGomon } from '../__testUtils__/render';
import { SetupView } from './SetupView';

describe('SetupView', () => {
  it('says what is missing, where, and gives the lines to add', async () => {
    renderWithGomon(<SetupView />, {
      getFindings: async () => [
        {
          kind: 'configuration-missing',
          entityRef: 'resource:default/kibana',
          title: 'Kibana is not set up',
          sentence: 'gomon does not know where it answers.',
          action: {
            text: 'Add to app-config.yaml',
            configuration: 'gomon:\n  kibana: []',
          },
        },
      ],
    });
    expect(
      await screen.findByText('1 thing is missing for full health.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Kibana is not set up' }),
    ).toHaveAttribute('href', '/catalog/default/resource/kibana/health');
    expect(
      screen.getByRole('button', { name: /Copy command: gomon:\s+kibana/ }),
    ).toBeInTheDocument();
  });

  it('says so when nothing is missing', async () => {
    renderWithGomon(<SetupView />, { getFindings: async () => [] });
    expect(await screen.findByText('Nothing is missing')).toBeInTheDocument();
  });

  it('has words for a missing permission', async () => {
    renderWithGomon(<SetupView />, {
      getFindings: async () => {
        throw answer(403);
      },
    });
    expect(
      await screen.findByText('You may not see the health of the platform.'),
    ).toBeInTheDocument();
  });
});

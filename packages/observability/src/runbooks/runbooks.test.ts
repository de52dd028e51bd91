import { alertRules } from '../alerts/alertGroups';
import { steps } from './steps';

it('has steps for every rule, and for nothing else', () => {
  expect(Object.keys(steps).sort()).toEqual(
    alertRules.map(({ name }) => name).sort(),
  );
});

it.each(Object.entries(steps))(
  'marks what needs a kubelet for %s',
  (_, own) => {
    const inside = own.filter(({ command }) =>
      /^kubectl (exec|logs)/.test(command ?? ''),
    );
    expect(inside.filter(({ needs }) => needs !== 'kubelet')).toEqual([]);
    expect(own.length).toBeGreaterThan(1);
  },
);

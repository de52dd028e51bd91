import { Pipeline } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import { BrokenVerdict } from './BrokenVerdict';
import { CalmVerdict } from './CalmVerdict';
import { toVerdict } from './verdict';

/** The sentence that comes first: what is wrong, why, what it means, what to do. Or that nothing is, with the proof. */
export function VerdictBanner(props: { pipelines: Pipeline[] }) {
  const { t, list } = useFormat();
  const verdict = toVerdict(props.pipelines);
  const titles = (pipelines: Pipeline[]) =>
    list(pipelines.map(pipeline => pipeline.title));
  const notSetUp = (names: string[]) =>
    names.length > 0
      ? t('verdict.notSetUp', { count: names.length, names: list(names) })
      : undefined;

  switch (verdict.kind) {
    case 'broken':
      return <BrokenVerdict causes={verdict.causes} />;
    case 'healthy':
      return (
        <CalmVerdict
          status="ok"
          sentence={t('verdict.healthy', {
            count: verdict.healthy.length,
            names: titles(verdict.healthy),
          })}
          proofOf={verdict.healthy}
          remark={notSetUp(verdict.notSetUp)}
        />
      );
    case 'blind':
      return (
        <CalmVerdict
          status="unknown"
          sentence={t('verdict.blind', {
            count: verdict.blind.length,
            names: titles(verdict.blind),
          })}
          remark={t('verdict.blindHint')}
        />
      );
    case 'not-set-up':
      return (
        <CalmVerdict
          status="not-configured"
          sentence={t('verdict.nothingSetUp')}
          remark={t('verdict.nothingSetUpHint')}
        />
      );
    default:
      return (
        <CalmVerdict
          status="unknown"
          sentence={t('verdict.looking')}
          remark={t('verdict.lookingHint')}
        />
      );
  }
}

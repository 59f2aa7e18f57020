import type { AuditChange } from '@qudao/shared/api';
import { exactTime, Facts, Tag } from '@qudao/shared/kit';
import { useTranslation } from 'react-i18next';
import { useWords } from '../words';
import { actionTones } from './Audit';
import styles from './audit.module.css';
import { diff } from './diff';
import { useAuditWords } from './words';

/** One change in full: before on the left, after on the right. */
export function Change({ change }: { change: AuditChange }) {
  const { t } = useTranslation('audit');
  const w = useWords();
  const words = useAuditWords();
  const changes = diff(change.before, change.after);
  return (
    <div className={styles.change}>
      <Facts
        items={[
          {
            label: t('audit.action'),
            value: <Tag tone={actionTones[change.action] ?? 'idle'}>{words.action(change.action)}</Tag>,
          },
          { label: t('audit.at'), value: exactTime(change.at) },
          { label: t('audit.actor'), value: [change.actor_name, change.actor].filter(Boolean).join(' ') },
          { label: t('audit.address'), value: change.address },
          ...(change.dealer ? [{ label: w('word.dealer'), value: change.dealer.name }] : []),
          { label: t('audit.trace'), value: change.trace },
        ].filter((fact) => fact.value)}
      />
      {changes.length > 0 && (
        <table className={styles.diff}>
          <thead>
            <tr>
              <th scope="col">{t('audit.field')}</th>
              <th scope="col">{t('audit.before')}</th>
              <th scope="col">{t('audit.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((one) => (
              <tr key={one.field}>
                <th scope="row">{words.field(one.field)}</th>
                <td className={styles.before}>{one.before}</td>
                <td className={styles.after}>{one.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

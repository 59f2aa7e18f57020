import type { CompanyAccount, InvitedAccount, PersonInput } from '@qudao/shared/api';
import {
  Button,
  type ControlProps,
  Dialog,
  Field,
  Form,
  FormGroup,
  TextInput,
  toast,
} from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountChanges } from '../data/accounts';
import { useAddresses } from '../data/orders';
import styles from './accounts.module.css';
import { type Goods, PoolPicker } from './PoolPicker';

const roles = ['buyer', 'approver', 'finance', 'viewer'] as const;
type Role = (typeof roles)[number];

/** Toggles one of a list. */
function toggled<T>(list: T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

/** A sub-account, invited or changed: who it is, what it may do, and within which limits. */
export function PersonDialog(props: {
  account?: CompanyAccount | undefined;
  onClose: () => void;
  onInvited: (invited: InvitedAccount) => void;
}) {
  const { t } = useTranslation(['portal', 'kit']);
  const { account } = props;
  const before = account?.limits;
  const addresses = useAddresses();
  const { invite, save } = useAccountChanges();
  const [name, setName] = useState(account?.name ?? '');
  const [username, setUsername] = useState('');
  const [email, setEmail] = useState('');
  const [chosen, setChosen] = useState<Role[]>((account?.roles as Role[] | undefined) ?? ['buyer']);
  const [hidden, setHidden] = useState(before?.hides_prices ?? false);
  const [pool, setPool] = useState<Goods | undefined>(before?.pool);
  const [places, setPlaces] = useState<string[] | undefined>(before?.addresses);
  const [perOrder, setPerOrder] = useState(before?.per_order ?? '');
  const [perMonth, setPerMonth] = useState(before?.per_month ?? '');

  const input = (): PersonInput => {
    const limits: NonNullable<PersonInput['limits']> = {
      hides_prices: hidden,
      ...(pool && {
        pool: {
          categories: pool.categories.map((one) => one.code),
          products: pool.products.map((one) => one.code),
        },
      }),
      ...(places && { addresses: places }),
      ...(perOrder.trim() && { per_order: perOrder.trim() }),
      ...(perMonth.trim() && { per_month: perMonth.trim() }),
    };
    return { name: name.trim(), roles: chosen, limits };
  };
  const put = () => {
    if (account) {
      save.mutate(
        { account, input: input() },
        {
          onSuccess: () => {
            toast(t('accounts.saved'));
            props.onClose();
          },
        },
      );
      return;
    }
    invite.mutate(
      { ...input(), username: username.trim(), ...(email.trim() && { email: email.trim() }) },
      {
        onSuccess: (made) => {
          props.onClose();
          props.onInvited(made);
        },
      },
    );
  };
  const text =
    (value: string, set: (value: string) => void, more: object = {}) =>
    (control: ControlProps) => (
      <TextInput {...control} {...more} value={value} onChange={(event) => set(event.target.value)} />
    );
  const check = (label: string, on: boolean, change: () => void, hint?: string) => (
    <label className={styles.check} key={label}>
      <input type="checkbox" checked={on} onChange={change} />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
  return (
    <Dialog
      open
      wide
      title={account ? t('accounts.editTitle', { name: account.name }) : t('accounts.inviteTitle')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('kit:action.cancel')}</Button>
          <Button kind="primary" busy={save.isPending || invite.isPending} onClick={put}>
            {account ? t('kit:action.save') : t('accounts.makeInvitation')}
          </Button>
        </>
      }
    >
      <Form error={save.error ?? invite.error ?? undefined} onSubmit={put}>
        <Field label={t('mine.person')} path="name">
          {text(name, setName, { autoComplete: 'off' })}
        </Field>
        {!account && (
          <>
            <Field label={t('signIn.username')} path="username">
              {text(username, setUsername, { autoComplete: 'off', autoCapitalize: 'none' })}
            </Field>
            <Field label={t('accounts.email')} path="email">
              {text(email, setEmail, {
                type: 'email',
                autoComplete: 'off',
                placeholder: t('accounts.emailHint'),
              })}
            </Field>
          </>
        )}
        <FormGroup title={t('accounts.roles')}>
          <div className={styles.checks}>
            {roles.map((role) =>
              check(
                t(`company.role.${role}`),
                chosen.includes(role),
                () => setChosen(toggled(chosen, role)),
                t(`accounts.roleMay.${role}`),
              ),
            )}
          </div>
        </FormGroup>
        <FormGroup title={t('accounts.limits')} hint={t('accounts.limitsHint')}>
          <div className={styles.checks}>
            {check(t('accounts.hidePrices'), hidden, () => setHidden(!hidden), t('accounts.hidePricesHint'))}
            {check(
              t('accounts.onlyPool'),
              pool !== undefined,
              () => setPool(pool ? undefined : { categories: [], products: [] }),
              t('accounts.onlyPoolHint'),
            )}
            {pool && <PoolPicker pool={pool} onChange={setPool} />}
            {check(t('accounts.onlyPlaces'), places !== undefined, () => setPlaces(places ? undefined : []))}
            {places && (
              <div className={styles.inner}>
                {(addresses.data ?? []).map((one) =>
                  check(`${one.name} ${one.region.name}${one.detail}`, places.includes(one.id), () =>
                    setPlaces(toggled(places, one.id)),
                  ),
                )}
              </div>
            )}
          </div>
          <div className={styles.amounts}>
            <Field label={t('accounts.perOrder')} path="limits.per_order">
              {text(perOrder, setPerOrder, { inputMode: 'decimal', placeholder: t('accounts.noLimit') })}
            </Field>
            <Field label={t('accounts.perMonth')} path="limits.per_month">
              {text(perMonth, setPerMonth, { inputMode: 'decimal', placeholder: t('accounts.noLimit') })}
            </Field>
          </div>
        </FormGroup>
      </Form>
    </Dialog>
  );
}

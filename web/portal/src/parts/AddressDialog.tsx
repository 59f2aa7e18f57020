import type { Address, PortalRegion } from '@qudao/shared/api';
import {
  Button,
  type ControlProps,
  Dialog,
  Field,
  Form,
  SelectInput,
  TextArea,
  TextInput,
  toast,
} from '@qudao/shared/kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddressChanges, useRegions } from '../data/company';
import styles from './company.module.css';

/** A ship-to address, new or changed. `onSaved` hears its id. */
export function AddressDialog(props: {
  address?: Address | undefined;
  onClose: () => void;
  onSaved?: (id: string) => void;
}) {
  const { t } = useTranslation(['portal', 'kit']);
  const { address } = props;
  const { save } = useAddressChanges();
  const [name, setName] = useState(address?.name ?? '');
  const [phone, setPhone] = useState(address?.phone ?? '');
  const [region, setRegion] = useState(address ? Number(address.region.code) : 0);
  const [detail, setDetail] = useState(address?.detail ?? '');
  const [standard, setStandard] = useState(address?.default ?? false);
  const put = () =>
    save.mutate(
      {
        id: address?.id,
        input: { name: name.trim(), phone: phone.trim(), region, detail: detail.trim(), default: standard },
      },
      {
        onSuccess: (saved) => {
          toast(t('company.saved'));
          props.onSaved?.(saved.id);
          props.onClose();
        },
      },
    );
  const text =
    (value: string, set: (value: string) => void, more: object = {}) =>
    (control: ControlProps) => (
      <TextInput {...control} {...more} value={value} onChange={(event) => set(event.target.value)} />
    );
  return (
    <Dialog
      open
      title={address ? t('company.addressEdit') : t('company.addressNew')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('kit:action.cancel')}</Button>
          <Button kind="primary" busy={save.isPending} onClick={put}>
            {t('kit:action.save')}
          </Button>
        </>
      }
    >
      <Form error={save.error ?? undefined} onSubmit={put}>
        <Field label={t('company.consignee')} path="name">
          {text(name, setName, { autoComplete: 'name' })}
        </Field>
        <Field label={t('company.phone')} path="phone">
          {text(phone, setPhone, { autoComplete: 'tel', inputMode: 'tel' })}
        </Field>
        <Field label={t('company.region')} path="region">
          {(control) => <RegionSelect control={control} value={region} onChange={setRegion} />}
        </Field>
        <Field label={t('company.detail')} path="detail">
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              maxLength={200}
              placeholder={t('company.detailHint')}
              value={detail}
              onChange={(event) => setDetail(event.target.value)}
            />
          )}
        </Field>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={standard}
            disabled={address?.default ?? false}
            onChange={(event) => setStandard(event.target.checked)}
          />
          {t('company.makeDefault')}
        </label>
      </Form>
    </Dialog>
  );
}

/** Province, city, county: each choice opens the next. The value is the most exact one chosen. */
function RegionSelect(props: { control: ControlProps; value: number; onChange: (code: number) => void }) {
  const { t } = useTranslation('portal');
  const regions = useRegions(true);
  const all = regions.data ?? [];
  const byCode = new Map(all.map((region) => [region.code, region]));
  const chosen: PortalRegion[] = [];
  for (let at = byCode.get(props.value); at; at = byCode.get(at.parent ?? 0)) {
    chosen.unshift(at);
  }
  const levels = [t('company.province'), t('company.city'), t('company.county')];
  return (
    <div className={styles.regions}>
      {levels.map((label, level) => {
        const parent = level === 0 ? undefined : chosen[level - 1]?.code;
        const options = all.filter((region) =>
          level === 0 ? region.level === 1 : parent !== undefined && region.parent === parent,
        );
        return (
          <SelectInput
            key={label}
            {...(level === 0 ? props.control : {})}
            aria-label={label}
            value={chosen[level]?.code ?? ''}
            disabled={options.length === 0}
            onChange={(event) => props.onChange(Number(event.target.value) || (parent ?? 0))}
          >
            <option value="">{label}</option>
            {options.map((region) => (
              <option key={region.code} value={region.code}>
                {region.name}
              </option>
            ))}
          </SelectInput>
        );
      })}
    </div>
  );
}

import type { OfficeProduct, ProductInput } from '@qudao/shared/api';
import { Button, Confirm, DocumentPage, NextStep, QueryView, Section, When } from '@qudao/shared/kit';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePart } from '../address';
import { unnamed } from '../kit/CodeName';
import { useDraft } from '../kit/draft';
import { SavedForm } from '../kit/SavedForm';
import { useMay } from '../me';
import { useWords } from '../words';
import { AttributeFields } from './AttributeFields';
import { BaseFields } from './BaseFields';
import { useCreateProduct, useProduct, useProductActs, useTemplates } from './data';
import { Pictures } from './Pictures';
import { ProductTag } from './ProductTag';
import { PublicationFields } from './PublicationFields';
import { attributesOf, inputOf, noProduct, requestOf } from './product';
import { Skus } from './Skus';

/** One product: what it is, its SKUs, and who may see it. */
export function ProductPage() {
  const query = useProduct(usePart('code'));
  return <QueryView query={query}>{(product) => <Product product={product} />}</QueryView>;
}

export function NewProduct() {
  const { t } = useTranslation('catalog');
  const w = useWords();
  const navigate = useNavigate();
  const draft = useDraft(noProduct);
  const create = useCreateProduct(w('said.created'), (product) => {
    void navigate({ to: `/products/${product.code}`, replace: true, ignoreBlocker: true });
  });
  const save = () => create.mutate(requestOf(draft.value));
  return (
    <DocumentPage back={{ to: '/products', label: t('products.title') }} title={t('products.create')}>
      <SavedForm
        label={t('products.title')}
        keep="product."
        draft={draft}
        saving={create}
        disabled={unnamed(draft.value)}
        onSave={save}
      >
        <Fields fresh value={draft.value} set={draft.set} error={create.error} />
      </SavedForm>
    </DocumentPage>
  );
}

function Product({ product }: { product: OfficeProduct }) {
  const { t } = useTranslation('catalog');
  const w = useWords();
  const mayEdit = useMay('product.edit');
  const [archiving, setArchiving] = useState(false);
  const acts = useProductActs(product, {
    saved: w('said.saved'),
    published: t('said.published'),
    archived: t('said.archived'),
  });
  const draft = useDraft(inputOf(product), { version: product.version, error: acts.save.error });
  const save = () => acts.save.mutate({ input: requestOf(draft.value), version: draft.version });
  const refused = acts.publish.error ?? acts.archive.error;
  return (
    <>
      <DocumentPage
        back={{ to: '/products', label: t('products.title') }}
        title={product.name}
        state={<ProductTag state={product.state} />}
        meta={
          <>
            <span>{product.code}</span>
            <span>{product.series?.name ?? product.category.name}</span>
            <When at={product.updated_at} />
          </>
        }
        printable
        sentence={sentence(product, mayEdit, t)}
        primary={
          mayEdit &&
          product.state !== 'published' && (
            <Button
              kind="primary"
              busy={acts.publish.isPending}
              disabled={draft.dirty}
              title={draft.dirty ? w('unsaved') : undefined}
              onClick={() => acts.publish.mutate(undefined)}
            >
              {t('move.publish')}
            </Button>
          )
        }
        actions={
          mayEdit &&
          product.state !== 'archived' && (
            <Button disabled={draft.dirty} onClick={() => setArchiving(true)}>
              {t('move.archive')}
            </Button>
          )
        }
      >
        <Pictures product={product} disabled={!mayEdit} blocked={draft.dirty} />
        <SavedForm
          label={t('products.title')}
          keep={`product.${product.code}`}
          draft={draft}
          saving={{ isPending: acts.save.isPending, error: acts.save.error ?? refused }}
          fixed={!mayEdit}
          onSave={save}
        >
          <Fields
            value={draft.value}
            set={draft.set}
            error={acts.save.error ?? refused}
            disabled={!mayEdit}
          />
        </SavedForm>
      </DocumentPage>
      <Confirm
        open={archiving}
        title={t('archive.title', { name: product.name })}
        verb={t('move.archive')}
        danger
        busy={acts.archive.isPending}
        onClose={() => setArchiving(false)}
        onConfirm={() => acts.archive.mutate(undefined, { onSettled: () => setArchiving(false) })}
      >
        {t('archive.hint')}
      </Confirm>
    </>
  );
}

type Texts = ReturnType<typeof useTranslation<'catalog'>>['t'];

/** Why nobody sees the product, and what to do about it; nothing where all is well. */
function sentence(product: OfficeProduct, mine: boolean, t: Texts): ReactNode {
  if (product.state === 'published' && (product.allow ?? []).length === 0) {
    return <NextStep mine={mine}>{t('publication.nobody')}</NextStep>;
  }
  return product.state === 'draft' ? <NextStep mine={mine}>{t('publication.draft')}</NextStep> : null;
}

function Fields(props: {
  fresh?: boolean;
  disabled?: boolean;
  value: ProductInput;
  set: (change: Partial<ProductInput>) => void;
  error: unknown;
}) {
  const { t } = useTranslation('catalog');
  const templates = useTemplates();
  const template = templates.data?.find((one) => one.code === props.value.template);
  const { axes, common } = attributesOf(template);
  return (
    <fieldset disabled={props.disabled} style={{ display: 'contents' }}>
      <Section title={t('base.title')}>
        <BaseFields
          fresh={props.fresh ?? false}
          disabled={props.disabled ?? false}
          value={props.value}
          set={props.set}
        />
      </Section>
      {common.length > 0 && (
        <Section title={t('attributes.title')}>
          <AttributeFields
            attributes={common}
            values={props.value.attributes}
            path="attributes"
            disabled={props.disabled ?? false}
            onChange={(attributes) => props.set({ attributes })}
          />
        </Section>
      )}
      <Skus
        product={props.value}
        axes={axes}
        error={props.error}
        disabled={props.disabled ?? false}
        onChange={(skus) => props.set({ skus })}
      />
      <Section title={t('publication.title')}>
        <PublicationFields value={props.value} set={props.set} disabled={props.disabled ?? false} />
      </Section>
    </fieldset>
  );
}

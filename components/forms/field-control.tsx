'use client';

import { ChoiceBox, ChoicesBox, YesNoBox } from './choice-controls.tsx';
import type { LeafField } from '#lib/domain/worksheets/definition.ts';
import type { ControlProps } from './control.ts';
import { latePart } from './late.tsx';
import { LongLineBox } from './long-line-box.tsx';
import { ProseBox } from './prose-box.tsx';
import { QuantityBox } from './quantity-box.tsx';
import { ReferenceBox } from './reference-box.tsx';
import { TextBox } from './text-box.tsx';

// Few sections ask for an order.
const OrderedChoices = latePart(async () => (await import('./ordered-choices.tsx')).OrderedChoices);

/** Up to here a text fits into the width of the sheet, and a plain input is what people know. */
const SHORT_LINE = 120;

/** The control for a field's kind. */
export function FieldControl(props: ControlProps) {
  switch (props.field.kind) {
    case 'markdown':
      return props.cell ? <LongLineBox {...props} field={props.field} /> : <ProseBox {...props} field={props.field} />;
    case 'number':
    case 'integer':
    case 'percentage':
    case 'money':
    case 'duration':
    case 'quantity':
      return <QuantityBox {...props} field={props.field} />;
    case 'choice':
      return <ChoiceBox {...props} field={props.field} />;
    case 'choices':
      return props.field.ordered ? (
        <OrderedChoices {...props} field={props.field} />
      ) : (
        <ChoicesBox {...props} field={props.field} />
      );
    case 'yes-no':
      return <YesNoBox {...props} field={props.field} />;
    case 'reference':
      return <ReferenceBox {...props} field={props.field} />;
    case 'text':
      return props.cell !== true && props.field.maxLength <= SHORT_LINE ? (
        <TextBox {...props} field={props.field} />
      ) : (
        <LongLineBox {...props} field={props.field} />
      );
    case 'link':
      return props.cell ? <LongLineBox {...props} field={props.field} /> : <TextBox {...props} field={props.field} />;
    case 'person':
    case 'date':
      return <TextBox {...props} field={props.field} />;
  }
}

/** Kinds whose control is several elements: their label names a group instead of pointing at one box. */
export function isGroupOfControls(field: LeafField): boolean {
  return field.kind === 'choices' || field.kind === 'yes-no';
}

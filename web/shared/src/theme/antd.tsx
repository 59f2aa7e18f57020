import { App, ConfigProvider, type ThemeConfig, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useMemo } from 'react';
import { useLanguage } from '../i18n';
import { usePalette } from './appearance';
import { dark, fontFamily, type Palette, size } from './tokens';

/** Our tokens in Ant Design's words. Only the office loads Ant Design; the portal's first view must stay small. */
export function antdTheme(p: Palette): ThemeConfig {
  return {
    algorithm: p === dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: p.accent,
      colorLink: p.accent,
      colorInfo: p.moving,
      colorSuccess: p.done,
      colorWarning: p.waiting,
      colorError: p.alarm,
      colorText: p.ink,
      colorTextSecondary: p.inkSoft,
      colorTextTertiary: p.inkFaint,
      colorTextPlaceholder: p.inkFaint,
      colorBorder: p.lineStrong,
      colorBorderSecondary: p.line,
      colorBgLayout: p.ground,
      colorBgContainer: p.surface,
      colorBgElevated: p.raised,
      colorTextLightSolid: p.onAccent,
      colorBgMask: p.veil,
      colorSplit: p.line,
      colorIcon: p.inkFaint,
      colorIconHover: p.ink,
      colorFillAlter: p.sunken,
      colorBgContainerDisabled: p.sunken,
      colorTextDisabled: p.inkSoft,
      colorPrimaryBg: p.accentSoft,
      controlItemBgActive: p.accentSoft,
      controlItemBgActiveHover: p.accentSoft,
      controlItemBgHover: p.sunken,
      borderRadius: size.radius,
      borderRadiusLG: size.radiusLarge,
      controlHeight: size.control,
      fontSize: size.font,
      fontFamily,
      wireframe: false,
      boxShadow: 'none',
      boxShadowSecondary: p.shadow,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Table: {
        cellPaddingBlockSM: 7,
        cellPaddingInlineSM: 12,
        headerBg: p.surface,
        headerColor: p.inkFaint,
        headerSplitColor: 'transparent',
        rowHoverBg: p.sunken,
      },
      Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 4px', labelColor: p.inkSoft },
      Drawer: { paddingLG: 20 },
      Modal: { titleFontSize: 16 },
      Tag: { defaultBg: p.idleSoft },
      Select: { optionSelectedColor: p.accent, multipleItemBg: p.sunken },
      DatePicker: { cellHoverBg: p.sunken },
      Tree: { nodeSelectedBg: p.accentSoft, nodeHoverBg: p.sunken },
    },
  };
}

/** Wraps an app that uses Ant Design: theme, language, messages. */
export function AntdProvider({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const palette = usePalette();
  const look = useMemo(() => antdTheme(palette), [palette]);
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  return (
    <ConfigProvider
      theme={look}
      locale={language === 'en' ? enUS : zhCN}
      componentSize="middle"
      form={{ requiredMark: false }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}

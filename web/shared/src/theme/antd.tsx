import { App, ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n';
import { fontFamily, light, size } from './tokens';

/** Our tokens in Ant Design's words. Only the office loads Ant Design; the portal's first view must stay small. */
export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: light.accent,
    colorLink: light.accent,
    colorInfo: light.moving,
    colorSuccess: light.done,
    colorWarning: light.waiting,
    colorError: light.alarm,
    colorText: light.ink,
    colorTextSecondary: light.inkSoft,
    colorTextTertiary: light.inkFaint,
    colorTextPlaceholder: light.inkFaint,
    colorBorder: light.lineStrong,
    colorBorderSecondary: light.line,
    colorBgLayout: light.ground,
    colorBgContainer: light.surface,
    colorFillAlter: light.sunken,
    colorBgContainerDisabled: light.sunken,
    colorTextDisabled: light.inkSoft,
    colorPrimaryBg: light.accentSoft,
    controlItemBgActive: light.accentSoft,
    controlItemBgActiveHover: light.accentSoft,
    controlItemBgHover: light.sunken,
    borderRadius: size.radius,
    borderRadiusLG: size.radiusLarge,
    controlHeight: size.control,
    fontSize: size.font,
    fontFamily,
    wireframe: false,
    boxShadow: 'none',
    boxShadowSecondary: light.shadow,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.18s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Table: {
      cellPaddingBlockSM: 7,
      cellPaddingInlineSM: 12,
      headerBg: light.surface,
      headerColor: light.inkFaint,
      headerSplitColor: 'transparent',
      rowHoverBg: light.sunken,
    },
    Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 4px', labelColor: light.inkSoft },
    Drawer: { paddingLG: 20 },
    Modal: { titleFontSize: 16 },
    Tag: { defaultBg: light.idleSoft },
  },
};

/** Wraps an app that uses Ant Design: theme, language, messages. */
export function AntdProvider({ children }: { children: ReactNode }) {
  const language = useLanguage();
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  return (
    <ConfigProvider
      theme={antdTheme}
      locale={language === 'en' ? enUS : zhCN}
      componentSize="middle"
      form={{ requiredMark: false }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}

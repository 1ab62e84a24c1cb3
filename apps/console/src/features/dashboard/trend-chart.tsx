import type { WeekPoint } from '@duban/contract/dashboard';
import { fontFamily, palette, tones } from '@duban/ui/tokens';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

use([LineChart, BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/**
 * Two rates as lines of different dash and mark, the cases due as bars behind them. A week without a rate is a gap in
 * the line, never a zero. For those who do not see it there is the table below, so the picture itself is hidden.
 */
export function TrendChart({ weeks }: { weeks: readonly WeekPoint[] }) {
  const { t } = useTranslation('dashboard');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return;
    const chart = init(box.current, undefined, { renderer: 'svg' });
    // Letters of a picture do not grow with the page by themselves.
    const fontSize = 0.86 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const percent = (rate: WeekPoint['rectification']) => (rate ? Number(rate.rate.percent) : null);
    chart.setOption({
      animation: false,
      textStyle: { fontFamily, fontSize, color: palette.inkSoft },
      grid: { left: 3.6 * fontSize, right: 3.6 * fontSize, top: 3.6 * fontSize, bottom: 2.4 * fontSize },
      legend: { top: 0, type: 'scroll', itemGap: 24, textStyle: { fontFamily, fontSize, color: palette.inkSoft } },
      tooltip: { trigger: 'axis', confine: true },
      xAxis: { type: 'category', data: weeks.map(({ period }) => period.first.slice(5)), axisLabel: { fontSize } },
      yAxis: [
        { type: 'value', min: 0, max: 100, axisLabel: { fontSize, formatter: '{value}%' } },
        { type: 'value', min: 0, minInterval: 1, axisLabel: { fontSize }, splitLine: { show: false } },
      ],
      series: [
        {
          name: t('trend.due'),
          type: 'bar',
          yAxisIndex: 1,
          data: weeks.map((week) => week.due),
          itemStyle: { color: '#dde4ea' },
        },
        {
          name: t('week.rectification'),
          type: 'line',
          data: weeks.map((week) => percent(week.rectification)),
          symbol: 'circle',
          symbolSize: 8,
          lineStyle: { color: tones.blue.solid, width: 2 },
          itemStyle: { color: tones.blue.solid },
        },
        {
          name: t('week.on_time'),
          type: 'line',
          data: weeks.map((week) => percent(week.onTimeRate)),
          symbol: 'triangle',
          symbolSize: 9,
          lineStyle: { color: tones.amber.solid, width: 2, type: 'dashed' },
          itemStyle: { color: tones.amber.solid },
        },
      ],
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [weeks, t]);
  return <div ref={box} className="dashboard-chart" aria-hidden="true" />;
}

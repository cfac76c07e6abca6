using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace GenNet.Benchmarks.Kernels;

/// <summary>Shows products as multiplications and additions a second.</summary>
internal sealed class RateConfig : ManualConfig
{
    public RateConfig() => AddColumn(new Rate());

    private sealed class Rate : IColumn
    {
        public string Id => nameof(Rate);

        public string ColumnName => "GFLOP/s";

        public string Legend => "2 * batch * inputs * outputs / mean";

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => 0;

        public bool AlwaysShow => true;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Dimensionless;

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
        {
            (int inputs, int outputs) = DenseBenchmarks.Sizes((string)benchmarkCase.Parameters[nameof(DenseBenchmarks.Shape)]);
            int batch = (int)benchmarkCase.Parameters[nameof(DenseBenchmarks.Batch)];
            double? nanoseconds = summary[benchmarkCase]?.ResultStatistics?.Mean;
            return nanoseconds is { } time ? (2.0 * batch * inputs * outputs / time).ToString("0.0", CultureInfo.InvariantCulture) : "?";
        }

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

        public bool IsAvailable(Summary summary) => true;

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
    }
}

using System;
using System.IO;
using System.Linq;

namespace GenNet.Tests.Data;

public class ScalingTests
{
    // Columns: 1, 2, 3, 6 (mean 3, deviation sqrt(14/4)); constant; negative.
    private static readonly Dataset<double> Train = new(new double[] { 1, 0.1, -1, 2, 0.1, -2, 3, 0.1, -3, 6, 0.1, -4 }, new double[4], 3, 1);
    private static readonly Dataset<double> Test = new(new double[] { 5, 0.3, 0 }, new double[1], 3, 1);

    [Fact]
    public void Standardisation_takes_mean_and_deviation_from_the_training_part()
    {
        var scaling = Standardizer<double>.Fit(Train);

        Assert.Equal([3, 0.1, -2.5], scaling.Means);
        Assert.Equal([Math.Sqrt(3.5), 0, Math.Sqrt(1.25)], scaling.Deviations);
        Assert.Equal([2 / Math.Sqrt(3.5), 0.3 - 0.1, 2.5 / Math.Sqrt(1.25)], scaling.Apply(Test).Inputs.ToArray());
        Assert.Equal([5, 0.3, 0], Test.Inputs.ToArray());
    }

    [Fact]
    public void Standardised_columns_have_mean_zero_and_deviation_one_and_constant_ones_are_zero()
    {
        var random = new RandomStream(3);
        const int Columns = 37;
        float[] inputs = [.. Enumerable.Range(0, 500 * Columns).Select(i => i % Columns == 5 ? 0.3f : 1000 + i % Columns * (float)random.NextGaussian())];
        var data = new Dataset<float>(inputs, new float[500], Columns, 1);
        Dataset<float> scaled = Standardizer<float>.Fit(data).Apply(data);
        for (int column = 0; column < Columns; column++)
        {
            double[] values = [.. Enumerable.Range(0, 500).Select(row => (double)scaled.Input(row)[column])];
            bool constant = column is 0 or 5;
            Assert.InRange(values.Average(), -1e-3, 1e-3);
            Assert.Equal(constant ? 0 : 1, Math.Sqrt(values.Average(x => x * x)), 1e-3);
            if (constant)
                Assert.All(values, value => Assert.Equal(0, value));
        }
    }

    [Fact]
    public void Min_max_scaling_takes_the_range_from_the_training_part()
    {
        var scaling = MinMaxScaler<double>.Fit(Train);
        Assert.Equal([0.0, 0, 1, 0.2, 0, 2.0 / 3, 0.4, 0, 1.0 / 3, 1, 0, 0], scaling.Apply(Train).Inputs.ToArray());
        Assert.Equal([0.8, 0.3 - 0.1, 4.0 / 3], scaling.Apply(Test).Inputs.ToArray());
        Assert.Equal(([1, 0.1, -4], [6, 0.1, -1]), (scaling.Minima.ToArray(), scaling.Maxima.ToArray()), (a, b) => a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2));
    }

    [Fact]
    public void Rows_are_scaled_in_place_and_back_without_allocating()
    {
        var scaling = Standardizer<double>.Fit(Train);
        double[] rows = Train.Inputs.ToArray();
        scaling.Apply(rows, rows);
        Assert.Equal(scaling.Apply(Train).Inputs.ToArray(), rows);

        long before = GC.GetAllocatedBytesForCurrentThread();
        scaling.Invert(rows, rows);
        scaling.Apply(rows, rows);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        scaling.Invert(rows, rows);
        Assert.Equal(Train.Inputs.ToArray(), rows, (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void Targets_and_names_stay()
    {
        Dataset<float> data = Dataset.FromCsv(new StringReader("a,b\n1,x\n3,y"), new CsvOptions { Label = "b" });
        Dataset<float> scaled = Standardizer<float>.Fit(data).Apply(data);
        Assert.Equal([-1f, 1], scaled.Inputs.ToArray());
        Assert.Equal(data.Targets.ToArray(), scaled.Targets.ToArray());
        Assert.Equal(["x", "y"], scaled.ClassNames);
        Assert.Equal(["a"], scaled.InputNames);
    }

    [Fact]
    public void Saved_scalings_come_back_bit_for_bit()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.File("scaling.safetensors");
        var standard = Standardizer<double>.Fit(Train);
        standard.Save(path);
        var loaded = Standardizer<double>.Load(path);
        Assert.Equal(standard.Means, loaded.Means);
        Assert.Equal(standard.Deviations, loaded.Deviations);
        Assert.Equal(standard.Apply(Test).Inputs.ToArray(), loaded.Apply(Test).Inputs.ToArray());

        var stream = new MemoryStream();
        var range = MinMaxScaler<double>.Fit(Train);
        range.Save(stream);
        stream.Position = 0;
        Assert.Equal(range.Apply(Test).Inputs.ToArray(), MinMaxScaler<double>.Load(stream).Apply(Test).Inputs.ToArray());
    }

    [Fact]
    public void Files_that_are_no_scalings_are_refused()
    {
        static string Message(params (string Name, double[] Values)[] tensors)
        {
            var stream = new MemoryStream();
            new SafeTensorsFile(tensors.Select(t => SafeTensor.Create<double>(t.Name, [t.Values.Length], t.Values))).Write(stream);
            stream.Position = 0;
            return Assert.Throws<InvalidDataException>(() => Standardizer<double>.Load(stream)).Message;
        }

        Assert.Contains("expected the tensors mean and deviation, found minimum F64 [1], maximum F64 [1]", Message(("minimum", [1]), ("maximum", [2])), StringComparison.Ordinal);
        Assert.Contains("two vectors of the same length", Message(("mean", [1]), ("deviation", [2, 3])), StringComparison.Ordinal);
        Assert.Contains("deviation of at least 0, found 2 and -1 in column 1", Message(("mean", [1, 2]), ("deviation", [2, -1])), StringComparison.Ordinal);
        Assert.Contains("holds NaN, expected finite numbers", Message(("mean", [double.NaN]), ("deviation", [1])), StringComparison.Ordinal);

        var doubles = new MemoryStream();
        Standardizer<double>.Fit(Train).Save(doubles);
        doubles.Position = 0;
        Assert.Contains("would be rounded to Single", Assert.Throws<InvalidDataException>(() => Standardizer<float>.Load(doubles)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unusable_rows_are_refused()
    {
        var scaling = Standardizer<double>.Fit(Train);
        Assert.Contains("fitted on rows of 3 inputs, these have 2", Assert.Throws<ArgumentException>(() => scaling.Apply(new Dataset<double>(new double[2], new double[1], 2, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("whole rows of 3, got 4", Assert.Throws<ArgumentException>(() => scaling.Apply(new double[4], new double[4])).Message, StringComparison.Ordinal);
        Assert.Contains("6 numbers need as much room, got 3", Assert.Throws<ArgumentException>(() => scaling.Apply(new double[6], new double[3])).Message, StringComparison.Ordinal);
        var shared = new double[9];
        Assert.Throws<ArgumentException>(() => scaling.Apply(shared.AsSpan(0, 6), shared.AsSpan(3, 6)));
        Assert.Contains("Row 1 has NaN in column 0", Assert.Throws<ArgumentException>(() => Standardizer<float>.Fit(new Dataset<float>(new[] { 1, float.NaN }, new float[2], 1, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("column 0 is beyond Double", Assert.Throws<ArgumentException>(() => Standardizer<double>.Fit(new Dataset<double>(new[] { double.MaxValue, -double.MaxValue }, new double[2], 1, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("Column 0 reaches from", Assert.Throws<ArgumentException>(() => MinMaxScaler<double>.Fit(new Dataset<double>(new[] { double.MaxValue, -double.MaxValue }, new double[2], 1, 1))).Message, StringComparison.Ordinal);
    }
}

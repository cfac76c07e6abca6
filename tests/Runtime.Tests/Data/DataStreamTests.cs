using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;

namespace GenNet.Tests.Data;

public class DataStreamTests
{
    private static Dataset<float> Data(int rows) => new(LinearNetwork<float>.Numbers(7, 3 * rows), LinearNetwork<float>.Numbers(8, 2 * rows), 3, 2);

    /// <summary>The rows of a data set as a sequence that uses one row's memory again and again.</summary>
    private static IEnumerable<(ReadOnlyMemory<float> Inputs, ReadOnlyMemory<float> Targets)> Rows(Dataset<float> data)
    {
        var inputs = new float[data.InputSize];
        var targets = new float[data.TargetSize];
        for (int row = 0; row < data.Count; row++)
        {
            data.Input(row).CopyTo(inputs);
            data.Target(row).CopyTo(targets);
            yield return (inputs, targets);
        }
    }

    private static DataStream<float> Stream(Dataset<float> data) => DataStream.FromRows(Rows(data), data.InputSize, data.TargetSize);

    private static float[] Fitted(DataStream<float> data, FitOptions options, float rate = 0.1f)
    {
        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        new Trainer<LinearNetwork<float>>(network, new Sgd(rate)).Fit(data, options);
        return network.Parameters.ToArray();
    }

    /// <summary>The first input of each row, epoch by epoch, as a fit sees them.</summary>
    private static float[][] Orders(DataStream<float> data, int batchSize, bool shuffle, int seed, int epochs)
    {
        using var batches = new StreamBatches<float>(data, batchSize, shuffle, seed);
        return [.. Enumerable.Range(1, epochs).Select(epoch =>
        {
            var order = new List<float>();
            batches.BeginEpoch(epoch);
            for (int batch = 0; batches.Read(batch, out ReadOnlyMemory<float> inputs, out ReadOnlyMemory<float> targets) is int rows and > 0; batch++)
            {
                Assert.Equal((rows * data.InputSize, rows * data.TargetSize), (inputs.Length, targets.Length));
                for (int row = 0; row < rows; row++)
                {
                    order.Add(inputs.Span[row * data.InputSize]);
                    Assert.Equal(inputs.Span[row * data.InputSize], -targets.Span[row * data.TargetSize]);
                }
            }

            return order.ToArray();
        })];
    }

    private static DataStream<float> Numbered(int rows) =>
        Stream(new Dataset<float>(Enumerable.Range(0, rows).Select(i => (float)i).ToArray(), Enumerable.Range(0, rows).Select(i => -(float)i).ToArray(), 1, 1));

    [Fact]
    public void Without_shuffling_a_fit_on_a_stream_is_the_fit_on_the_data_set()
    {
        Dataset<float> data = Data(25);
        var options = new FitOptions { Epochs = 3, BatchSize = 4, Shuffle = false };
        LinearNetwork<float> expected = LinearNetwork<float>.Create(1);
        FitResult result = new Trainer<LinearNetwork<float>>(expected, new Sgd(0.1f)).Fit(data, options);

        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        FitResult streamed = new Trainer<LinearNetwork<float>>(network, new Sgd(0.1f)).Fit(Stream(data), options);

        Assert.Equal(expected.Parameters.ToArray(), network.Parameters.ToArray());
        Assert.Equal((result.Steps, result.Loss), (streamed.Steps, streamed.Loss));
        Assert.Equal([(7, 25), (7, 25), (7, 25)], streamed.Epochs.Select(epoch => (epoch.Batches, epoch.Samples)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 3)]
    [InlineData(99, 7)]
    [InlineData(100, 7)]
    [InlineData(1000, 100)]
    [InlineData(300, 7)]
    public void Shuffled_epochs_see_every_row_once_within_the_reach_of_the_buffer(int buffer, int batchSize)
    {
        const int Rows = 700;
        DataStream<float> data = Numbered(Rows);
        data.ShuffleRows = buffer;
        float[][] orders = Orders(data, batchSize, shuffle: true, seed: 3, epochs: 2);

        foreach (float[] order in orders)
        {
            Assert.Equal(Enumerable.Range(0, Rows).Select(i => (float)i), order.Order());

            // The row that goes out at place i was among the first i + buffer.
            Assert.All(order.Select((row, i) => row - i), ahead => Assert.True(ahead < buffer));
        }

        Assert.Equal(buffer > 1, !orders[0].SequenceEqual(orders[1]));
        Assert.Equal(orders[0], Orders(data, batchSize, shuffle: true, seed: 3, epochs: 1)[0]);
        Assert.Equal(buffer > 1, !orders[0].SequenceEqual(Orders(data, batchSize, shuffle: true, seed: 4, epochs: 1)[0]));
    }

    [Fact]
    public void A_buffer_that_holds_all_rows_makes_every_order_equally_likely()
    {
        var counts = new Dictionary<string, int>();
        DataStream<float> data = Numbered(3);
        for (int seed = 0; seed < 1200; seed++)
        {
            string order = string.Join(' ', Orders(data, 3, shuffle: true, seed, epochs: 1)[0]);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        // 200 of each are expected; the deviation is 13.
        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 135, 265));
    }

    [Fact]
    public void A_fit_from_a_later_epoch_continues_an_earlier_one_bit_for_bit()
    {
        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        var trainer = new Trainer<LinearNetwork<float>>(network, new Sgd(0.1f));
        trainer.Fit(Stream(Data(10)), new FitOptions { Epochs = 1, BatchSize = 3 });
        trainer.Fit(Stream(Data(10)), new FitOptions { FirstEpoch = 2, Epochs = 3, BatchSize = 3 });
        Assert.Equal(Fitted(Stream(Data(10)), new FitOptions { Epochs = 3, BatchSize = 3 }), network.Parameters.ToArray());
    }

    [Fact]
    public void A_checkpoint_of_a_fit_on_a_stream_continues_it_and_its_schedule()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.File("fit.safetensors");
        var rates = new List<double>();
        FitOptions Options(string? from, Action<EpochReport> onEpoch, CancellationToken cancellation) => new()
        {
            Epochs = 3,
            BatchSize = 3,
            Schedule = new CosineSchedule(),
            Checkpoint = new CheckpointOptions { Path = path },
            ResumeFrom = from,
            CancellationToken = cancellation,
            OnEpoch = onEpoch,
        };

        float[] whole = Fitted(Stream(Data(10)), Options(null, report => rates.Add(report.LearningRate), CancellationToken.None));

        // The steps of the first epoch are not known before its end; then those of the last batches are the eighth and the twelfth of twelve.
        double[] expected = [0.1, 0.05 * (1 + Math.Cos(Math.PI * 7 / 12)), 0.05 * (1 + Math.Cos(Math.PI * 11 / 12))];
        Assert.Equal(expected, rates, (a, b) => Math.Abs(a - b) < 1e-7);

        using var cancellation = new CancellationTokenSource();
        float[] interrupted = Fitted(Stream(Data(10)), Options(null, _ => cancellation.Cancel(), cancellation.Token));
        Assert.NotEqual(whole, interrupted);
        Assert.Equal(whole, Fitted(Stream(Data(10)), Options(path, _ => { }, CancellationToken.None)));
    }

    /// <summary>A source that allocates nothing itself.</summary>
    private sealed class Counting(int rows) : DataStream<float>(3, 2)
    {
        public int Opened { get; private set; }

        public int Closed { get; private set; }

        public override DataReader<float> Open()
        {
            Opened++;
            return new Reader(this, rows);
        }

        private sealed class Reader(Counting source, int rows) : DataReader<float>
        {
            private int _row;

            // At most two rows at a time, whatever is asked for.
            public override int Read(Span<float> inputs, Span<float> targets)
            {
                int count = Math.Min(Math.Min(2, inputs.Length / 3), rows - _row);
                inputs[..(3 * count)].Fill(_row);
                targets[..(2 * count)].Fill(1);
                _row += count;
                return count;
            }

            protected override void Dispose(bool disposing)
            {
                source.Closed++;
                base.Dispose(disposing);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fit_allocates_nothing_per_step_and_opens_and_closes_the_source_in_each_epoch(bool shuffle)
    {
        long AllocatedBySteps()
        {
            long first = 0, last = 0;
            bool known = true;
            var source = new Counting(60) { ShuffleRows = 16 };
            var samples = new List<long>();
            Fitted(source, new FitOptions
            {
                Epochs = 2,
                BatchSize = 3,
                Shuffle = shuffle,
                OnBatch = report =>
                {
                    last = GC.GetAllocatedBytesForCurrentThread();
                    if (report.Batch == 1)
                        first = last;
                    known &= (report.Batches, report.SamplesPerEpoch) == (report.Epoch == 1 ? (0, 0) : (20, 60));
                },
                OnEpoch = report => samples.Add(report.Samples),
            }, rate: 1e-5f);
            Assert.True(known);
            Assert.Equal([60, 60], samples);
            Assert.Equal((2, 2), (source.Opened, source.Closed));
            return last - first;
        }

        AllocatedBySteps();
        Assert.Equal(0, AllocatedBySteps());
    }

    [Fact]
    public void Csv_is_read_as_it_is_into_a_data_set()
    {
        using var directory = new TemporaryDirectory();
        string text = "x;id;y;z\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"{i};n{i};{"abc"[i % 3]};{0.5 * i}\n".Replace(',', '.')));
        string path = directory.Write("rows.csv", Encoding.UTF8.GetBytes(text));
        var options = new CsvOptions { Separator = ';', Label = "y", Ignored = ["id"], Classes = ["c", "a", "b"] };
        Dataset<float> data = Dataset.FromCsv(path, options);
        DataStream<float> stream = DataStream.FromCsv<float>(path, options);

        AssertSame(data, stream);
        Assert.Equal(data.ClassNames, stream.ClassNames);
        Assert.Contains("needs CsvOptions.Classes", Assert.Throws<ArgumentException>(() => DataStream.FromCsv<float>(path, options with { Classes = null })).Message, StringComparison.Ordinal);
        var numbers = new CsvOptions { Separator = ';', Targets = ["z"], Ignored = ["id", "y"] };
        AssertSame(Dataset.FromCsv(path, numbers), DataStream.FromCsv<float>(path, numbers));
    }

    [Fact]
    public void Reading_csv_allocates_nothing_per_row()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.Write("rows.csv", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},-1.5e3,\"{"ab"[i % 2]}\"\n"))));
        using DataReader<float> reader = DataStream.FromCsv<float>(path, new CsvOptions { Header = false, Label = 2, Classes = ["a", "b"] }).Open();
        var inputs = new float[20];
        var targets = new float[20];
        for (int i = 0; i < 50; i++)
            Assert.Equal(10, reader.Read(inputs, targets));

        // A collection that another thread sets off can add to a count; what allocates does so every time.
        long least = long.MaxValue;
        int rows = 0;
        for (int attempt = 0; attempt < 4; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 50; i++)
                rows += reader.Read(inputs, targets);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Assert.Equal((2000, 2499f, 1f), (rows, inputs[^2], targets[^1]));
    }

    [Fact]
    public void A_malformed_line_ends_the_fit_and_the_network_stays_usable()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.Write("rows.csv", "1,2,3,4,5\n1,2,3,4,5\n1,2,x,4,5\n"u8.ToArray());
        DataStream<float> data = DataStream.FromCsv<float>(path, new CsvOptions { Header = false, Targets = [3, 4] });
        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        var trainer = new Trainer<LinearNetwork<float>>(network, new Sgd(0.01f));

        string message = Assert.Throws<InvalidDataException>(() => trainer.Fit(data, new FitOptions { BatchSize = 1, Shuffle = false })).Message;

        Assert.Equal($"{path}: line 3, column 3: 'x' is not a number, expected one such as 1.5 or -2e-3.", message);
        Assert.All(network.Parameters.ToArray(), w => Assert.True(float.IsFinite(w)));
        File.Delete(path); // It is closed.
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Idx_is_read_as_it_is_into_a_data_set(bool packed)
    {
        using var directory = new TemporaryDirectory();
        byte[] Pack(byte[] content)
        {
            if (!packed)
                return content;
            var result = new MemoryStream();
            using (var gzip = new System.IO.Compression.GZipStream(result, System.IO.Compression.CompressionMode.Compress))
                gzip.Write(content);
            return result.ToArray();
        }

        byte[] pixels = [.. Enumerable.Range(0, 30 * 6).Select(i => (byte)(i * 37))];
        byte[] labels = [.. Enumerable.Range(0, 30).Select(i => (byte)(i % 4))];
        string images = directory.Write("images", Pack([0, 0, 8, 3, 0, 0, 0, 30, 0, 0, 0, 2, 0, 0, 0, 3, .. pixels]));
        string answers = directory.Write("labels", Pack([0, 0, 8, 1, 0, 0, 0, 30, .. labels]));

        AssertSame(Dataset.FromIdx(images, answers, 4), DataStream.FromIdx<float>(images, answers, 4));

        // What is wrong in the data shows when they are read, what is wrong in a header at once.
        using DataReader<float> reader = DataStream.FromIdx<float>(images, answers, 3).Open();
        Assert.Contains("found 3 at row 3", Assert.Throws<InvalidDataException>(() => reader.Read(new float[180], new float[90])).Message, StringComparison.Ordinal);
        string cut = directory.Write("cut", Pack([0, 0, 8, 3, 0, 0, 0, 30, 0, 0, 0, 2, 0, 0, 0, 3, .. pixels[..100]]));
        Assert.Contains(
            packed ? "ends in image 16" : "a file of 196 bytes, but it ends after 116",
            Assert.Throws<InvalidDataException>(() =>
            {
                using DataReader<float> truncated = DataStream.FromIdx<float>(cut, answers, 4).Open();
                truncated.Read(new float[180], new float[120]);
            }).Message,
            StringComparison.Ordinal);
        Assert.Contains("expected images", Assert.Throws<InvalidDataException>(() => DataStream.FromIdx<float>(answers, images)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public void Idx_with_bytes_after_its_end_is_refused_as_by_the_data_set(bool packed, bool inImages)
    {
        using var directory = new TemporaryDirectory();
        byte[] Pack(byte[] content, bool more)
        {
            if (more)
                content = [.. content, 9];
            if (!packed)
                return content;
            var result = new MemoryStream();
            using (var gzip = new System.IO.Compression.GZipStream(result, System.IO.Compression.CompressionMode.Compress))
                gzip.Write(content);
            return result.ToArray();
        }

        string images = directory.Write("images", Pack([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3, 4], inImages));
        string labels = directory.Write("labels", Pack([0, 0, 8, 1, 0, 0, 0, 2, 0, 1], !inImages));
        string expected = Assert.Throws<InvalidDataException>(() => Dataset.FromIdx(images, labels, 2)).Message;
        Assert.Contains("but more bytes follow", expected, StringComparison.Ordinal);
        Assert.Equal(expected, Assert.Throws<InvalidDataException>(() =>
        {
            using DataReader<float> reader = DataStream.FromIdx<float>(images, labels, 2).Open();
            reader.Read(new float[4], new float[4]);
        }).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Idx_of_a_few_bytes_that_claims_gigabytes_is_refused_without_allocating_them(bool packed)
    {
        using var directory = new TemporaryDirectory();
        byte[] content = [0, 0, 8, 2, 0, 0, 0, 1, 0x7F, 0xFF, 0xFF, 0x00, 1, 2, 3], labels = [0, 0, 8, 1, 0, 0, 0, 1, 0];
        if (packed)
        {
            var result = new MemoryStream();
            using (var gzip = new System.IO.Compression.GZipStream(result, System.IO.Compression.CompressionMode.Compress))
                gzip.Write(content);
            content = result.ToArray();
        }

        string images = directory.Write("images", content), answers = directory.Write("labels", labels);
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = Assert.Throws<InvalidDataException>(() => DataStream.FromIdx<float>(images, answers)).Message;
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.StartsWith($"{images}: truncated: the header announces", message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 1 << 19);
    }

    [Fact]
    public void A_row_of_millions_of_numbers_is_shuffled_as_any_other()
    {
        // 256 of them are more than one array holds, and there is only one.
        var inputs = new float[(1 << 23) + 1];
        using var batches = new StreamBatches<float>(DataStream.FromRows<float>([(inputs, inputs.AsMemory(0, 1))], inputs.Length, 1), 1, shuffle: true, seed: 0);
        batches.BeginEpoch(1);
        Assert.Equal(1, batches.Read(0, out _, out _));
        Assert.Equal(0, batches.Read(1, out _, out _));
    }

    [Fact]
    public void A_scaled_stream_is_the_scaled_data_set()
    {
        Dataset<float> data = Data(20);
        var scaling = Standardizer<float>.Fit(data);
        Assert.Equal(scaling.Means, Standardizer<float>.Fit(Stream(data)).Means);
        Assert.Equal(scaling.Deviations, Standardizer<float>.Fit(Stream(data)).Deviations);
        Assert.Equal(MinMaxScaler<float>.Fit(data).Maxima, MinMaxScaler<float>.Fit(Stream(data)).Maxima);
        AssertSame(scaling.Apply(data), scaling.Apply(Stream(data)));
    }

    [Fact]
    public void Unusable_streams_are_refused()
    {
        var trainer = new Trainer<LinearNetwork<float>>(LinearNetwork<float>.Create(1), new Sgd(0.1f));
        Assert.Contains("the data stream has 1 and 1", Assert.Throws<ArgumentException>(() => trainer.Fit(Numbered(3))).Message, StringComparison.Ordinal);
        Assert.Contains("no rows", Assert.Throws<InvalidDataException>(() => trainer.Fit(new Counting(0))).Message, StringComparison.Ordinal);
        Assert.Contains("no rows", Assert.Throws<InvalidDataException>(() => Standardizer<float>.Fit(new Counting(0))).Message, StringComparison.Ordinal);
        Assert.Contains("Row 1 has 2 inputs and 2 targets, expected 3 and 2", Assert.Throws<InvalidDataException>(
            () => trainer.Fit(DataStream.FromRows<float>([(new float[3], new float[2]), (new float[2], new float[2])], 3, 2))).Message, StringComparison.Ordinal);
        Assert.Contains("set a smaller BatchSize", Assert.Throws<ArgumentException>(() => trainer.Fit(new Counting(1), new FitOptions { BatchSize = int.MaxValue })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Counting(1).ShuffleRows = 0);
        Assert.Equal(StopReason.Cancelled, trainer.Fit(new Counting(9), new FitOptions { CancellationToken = new CancellationToken(true) }).StopReason);
    }

    private static void AssertSame(Dataset<float> expected, DataStream<float> stream)
    {
        Assert.Equal((expected.InputSize, expected.TargetSize), (stream.InputSize, stream.TargetSize));
        for (int pass = 0; pass < 2; pass++)
        {
            using DataReader<float> reader = stream.Open();
            var inputs = new float[expected.Inputs.Length];
            var targets = new float[expected.Targets.Length];
            Assert.Equal(expected.Count, reader.Fill(inputs, targets, stream.InputSize, stream.TargetSize));
            Assert.Equal(0, reader.Read(inputs, targets));
            Assert.Equal(expected.Inputs.ToArray(), inputs);
            Assert.Equal(expected.Targets.ToArray(), targets);
        }
    }
}

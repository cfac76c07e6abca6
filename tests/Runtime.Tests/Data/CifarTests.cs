using System;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace GenNet.Tests.Data;

public sealed class CifarTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    /// <summary>A record: its labels, then bytes that tell the record and the place.</summary>
    private static byte[] Record(int record, params byte[] labels) => [.. labels, .. Enumerable.Range(0, 3072).Select(i => (byte)(i * 7 + record))];

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Files_follow_one_another(bool compressed)
    {
        byte[] first = [.. Record(0, 3), .. Record(1, 9)], second = Record(2, 0);
        string[] paths = [_directory.Write("a.bin", compressed ? Gzip(first) : first), _directory.Write("b.bin", compressed ? Gzip(second) : second)];

        Dataset<float> data = Dataset.FromCifar10(paths);

        Assert.Equal((3, 3072, 10), (data.Count, data.InputSize, data.TargetSize));
        for (int row = 0; row < 3; row++)
        {
            Assert.Equal(Record(row)[..].Select(value => value / 255f), data.Input(row).ToArray());
            Assert.Equal(new[] { 3, 9, 0 }[row], OneHot.Decode(data.Target(row)));
            Assert.Equal(1, data.Target(row).ToArray().Sum());
        }

        DataStream<double> stream = DataStream.FromCifar10<double>(paths);
        for (int pass = 0; pass < 2; pass++)
        {
            using DataReader<double> reader = stream.Open();
            double[] inputs = new double[2 * 3072], targets = new double[20];
            Assert.Equal(2, reader.Read(inputs, targets));
            Assert.Equal(1, reader.Read(inputs, targets));
            Assert.Equal(Record(2).Select(value => value / 255.0), inputs[..3072]);
            Assert.Equal(0, reader.Read(inputs, targets));
        }
    }

    [Fact]
    public void A_hundred_classes_or_twenty()
    {
        string path = _directory.Write("train.bin", [.. Record(0, 19, 99), .. Record(1, 4, 71)]);
        Dataset<float> fine = Dataset.FromCifar100<float>(path), coarse = Dataset.FromCifar100<float>(path, coarse: true);
        Assert.Equal((100, 99, 71), (fine.TargetSize, OneHot.Decode(fine.Target(0)), OneHot.Decode(fine.Target(1))));
        Assert.Equal((20, 19, 4), (coarse.TargetSize, OneHot.Decode(coarse.Target(0)), OneHot.Decode(coarse.Target(1))));
        Assert.Equal(Record(1).Select(value => value / 255f), fine.Input(1).ToArray());
    }

    [Fact]
    public void What_is_no_whole_record_is_refused_with_file_and_record()
    {
        string path = _directory.Write("cut.bin", [.. Record(0, 1), .. Record(1, 2)[..100]]);
        Assert.Equal(
            $"{path}: expected records of 3073 bytes, 1 of labels and 3 x 32 x 32 of an image, found 3173 bytes: 1 records and 100 bytes of record 1.",
            Assert.Throws<InvalidDataException>(() => Dataset.FromCifar10(path)).Message);
        string packed = _directory.Write("cut.bin.gz", Gzip([.. Record(0, 1), .. Record(1, 2)[..100]]));
        Assert.Equal(
            $"{packed}: truncated: expected records of 3073 bytes, 1 of labels and 3 x 32 x 32 of an image, found 100 bytes in record 1.",
            Assert.Throws<InvalidDataException>(() => Dataset.FromCifar10(packed)).Message);
        string empty = _directory.Write("empty.bin", []);
        Assert.EndsWith("found none.", Assert.Throws<InvalidDataException>(() => Dataset.FromCifar10(empty)).Message, StringComparison.Ordinal);
        byte[] damaged = Gzip(Record(0, 1));
        damaged[20] ^= 255;
        Assert.StartsWith(_directory.File("damaged"), Assert.Throws<InvalidDataException>(() => Dataset.FromCifar10(_directory.Write("damaged", damaged))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_beyond_the_classes_is_refused_with_file_and_record()
    {
        string good = _directory.Write("good.bin", Record(0, 9)), bad = _directory.Write("bad.bin", [.. Record(0, 9), .. Record(1, 10)]);
        Assert.Equal($"{bad}: expected labels from 0 to 9, found 10 in record 1.", Assert.Throws<InvalidDataException>(() => Dataset.FromCifar10(good, bad)).Message);
        string coarse = _directory.Write("coarse.bin", Record(0, 20, 0));
        Assert.Equal($"{coarse}: expected labels from 0 to 19, found 20 in record 0.", Assert.Throws<InvalidDataException>(() => Dataset.FromCifar100<float>(coarse, coarse: true)).Message);
        Assert.Throws<ArgumentException>(() => Dataset.FromCifar10());
        Assert.Throws<IOException>(() => Dataset.FromCifar10(_directory.Path));
    }
}

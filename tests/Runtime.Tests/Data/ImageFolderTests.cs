using System;
using System.IO;
using System.Linq;

namespace GenNet.Tests.Data;

public sealed class ImageFolderTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private string Image(string path, int value, int columns = 2)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_directory.File(path))!);
        using FileStream file = File.Create(_directory.File(path));
        Netpbm.Write(file, new DecodedImage(1, 1, columns, [.. Enumerable.Repeat(value / 255f, columns)]));
        return file.Name;
    }

    private void Animals()
    {
        Image("cat/10.pgm", 3);
        Image("cat/9.pgm", 4);
        Image("Zebra/a.pgm", 1);
        Image("Zebra/B.pgm", 0);
        Image("bird/x", 2);
        Image("bird/.hidden", 9);
        Image(".cache/x", 9);
        File.WriteAllText(_directory.File("readme.txt"), "no class");
    }

    [Fact]
    public void Folders_are_classes_and_all_stands_in_ordinal_order()
    {
        Animals();
        Dataset<float> data = Dataset.FromImageFolders<float>(_directory.Path);
        Assert.Equal(["Zebra", "bird", "cat"], data.ClassNames.ToArray());
        Assert.Equal((5, 2, 3), (data.Count, data.InputSize, data.TargetSize));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => i / 2 / 255f), data.Inputs.ToArray());
        Assert.Equal([0, 0, 1, 2, 2], Enumerable.Range(0, 5).Select(row => OneHot.Decode(data.Target(row))));
    }

    [Fact]
    public void A_stream_has_the_same_rows_in_each_pass_sorted_or_shuffled()
    {
        Animals();
        int[] Rows(DataStream<double> stream)
        {
            Assert.Equal(["Zebra", "bird", "cat"], stream.ClassNames.ToArray());
            using DataReader<double> reader = stream.Open();
            double[] inputs = new double[20], targets = new double[30];
            Assert.Equal(5, reader.Read(inputs, targets));
            Assert.Equal(0, reader.Read(inputs, targets));
            Assert.All(Enumerable.Range(0, 5), row => Assert.Equal((int)Math.Round(inputs[2 * row] * 255) switch { < 2 => 0, 2 => 1, _ => 2 }, OneHot.Decode<double>(targets.AsSpan(3 * row, 3))));
            return [.. Enumerable.Range(0, 5).Select(row => (int)Math.Round(inputs[2 * row] * 255))];
        }

        DataStream<double> sorted = DataStream.FromImageFolders<double>(_directory.Path), shuffled = DataStream.FromImageFolders<double>(_directory.Path, seed: 3);
        Assert.Equal([0, 1, 2, 3, 4], Rows(sorted));
        int[] order = Rows(shuffled);
        Assert.NotEqual([0, 1, 2, 3, 4], order);
        Assert.Equal([0, 1, 2, 3, 4], order.Order());
        Assert.Equal(order, Rows(shuffled));
        Assert.Equal(order, Rows(DataStream.FromImageFolders<double>(_directory.Path, seed: 3)));
    }

    [Fact]
    public void The_callers_decoder_reads_the_files()
    {
        Image("one/a", 7);
        Image("two/b", 8);
        Dataset<double> data = Dataset.FromImageFolders<double>(_directory.Path, file => new DecodedImage(2, 1, 1, [file.Length, file.ReadByte()]));
        Assert.Equal([13, 'P', 13, 'P'], data.Inputs.ToArray());
    }

    [Fact]
    public void One_class_is_a_class()
    {
        Image("only/a", 7);
        Dataset<float> data = Dataset.FromImageFolders<float>(_directory.Path);
        Assert.Equal((1, 1f), (data.TargetSize, data.Target(0)[0]));
    }

    [Fact]
    public void Mistakes_are_refused_by_name()
    {
        string Refusal() => Assert.Throws<InvalidDataException>(() => Dataset.FromImageFolders<float>(_directory.Path)).Message;
        Assert.Equal($"{_directory.Path}: expected a folder for each class, found none.", Refusal());
        string first = Image("a/1", 1);
        Directory.CreateDirectory(_directory.File("b"));
        Assert.Equal($"{_directory.File("b")}: expected images of the class 'b', found none.", Refusal());
        string other = Image("b/2", 1, columns: 3);
        Assert.Equal($"{other}: expected an image of 1 x 1 x 2, as {first} is, found 1 x 1 x 3.", Refusal());
        File.WriteAllText(other, "P7 nonsense");
        Assert.Equal($"{other}: not a PGM or PPM image: expected it to begin with P2, P3, P5 or P6, found 'P7'.", Refusal());
        Assert.Equal(
            $"{first}: the image cannot be decoded: no such format",
            Assert.Throws<InvalidDataException>(() => DataStream.FromImageFolders<float>(_directory.Path, _ => throw new NotSupportedException("no such format"))).Message);
        Assert.Throws<DirectoryNotFoundException>(() => Dataset.FromImageFolders<float>(_directory.File("absent")));
    }
}

using System;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace GenNet.Tests.Data;

public sealed class IdxTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    // Two images of 2 x 3 pixels: 0, 1, ..., 11 times 20.
    private static byte[] Images() => [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, .. Enumerable.Range(0, 12).Select(i => (byte)(20 * i))];

    private static byte[] Labels(params byte[] labels) => [0, 0, 8, 1, 0, 0, 0, (byte)labels.Length, .. labels];

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(content);
        return packed.ToArray();
    }

    private static IdxFile Parse(byte[] content) => IdxFile.Read(new MemoryStream(content), "digits.idx");

    private static string Refusal(byte[] content) => Assert.Throws<InvalidDataException>(() => Parse(content)).Message;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_is_read_plain_or_compressed_whatever_its_name(bool compressed)
    {
        IdxFile file = IdxFile.Read(_directory.Write(compressed ? "images" : "images.gz", compressed ? Gzip(Images()) : Images()));

        Assert.Equal(IdxElementType.UInt8, file.ElementType);
        Assert.Equal([2, 2, 3], file.Shape.ToArray());
        Assert.Equal(Images()[16..], file.Data.ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_stream_that_cannot_seek_is_read(bool compressed)
    {
        using var forward = new ForwardStream(compressed ? Gzip(Images()) : Images());
        Assert.Equal(12, IdxFile.Read(forward, "pipe").Count);
    }

    [Fact]
    public void Big_endian_elements_are_converted()
    {
        var doubles = new double[2];
        Parse([0, 0, 0x0B, 1, 0, 0, 0, 2, 0x01, 0x02, 0xFF, 0xFE]).CopyTo<double>(doubles);
        Assert.Equal([258, -2], doubles);
        Parse([0, 0, 0x0D, 1, 0, 0, 0, 2, 0x3F, 0xC0, 0, 0, 0xC0, 0, 0, 0]).CopyTo<double>(doubles);
        Assert.Equal([1.5, -2], doubles);
        Parse([0, 0, 0x09, 1, 0, 0, 0, 2, 0x7F, 0x80]).CopyTo<double>(doubles);
        Assert.Equal([127, -128], doubles);
        Parse([0, 0, 0x0C, 1, 0, 0, 0, 2, 0, 1, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]).CopyTo<double>(doubles);
        Assert.Equal([65536, -1], doubles);
        Parse([0, 0, 0x0E, 1, 0, 0, 0, 2, 0x3F, 0xF8, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0]).CopyTo<double>(doubles);
        Assert.Equal([1.5, -2], doubles);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_by_name()
    {
        byte[] whole = Images();
        for (int length = 0; length < whole.Length; length++)
        {
            string plain = Refusal(whole[..length]);
            Assert.StartsWith("digits.idx: truncated", plain, StringComparison.Ordinal);
            Assert.StartsWith("digits.idx: truncated", Refusal(Gzip(whole[..length])), StringComparison.Ordinal);
        }

        Assert.Contains("[2, 2, 3] of type UInt8, a file of 28 bytes, but it ends after 27", Refusal(whole[..27]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_compressed_file_cut_anywhere_is_refused_by_name()
    {
        byte[] whole = Gzip(Images());

        // The first 2 bytes say that it is gzip at all; in the last 10 there is no data any more (end of block, checksum, length).
        for (int length = 2; length < whole.Length - 10; length++)
            Assert.StartsWith("digits.idx: ", Refusal(whole[..length]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_compressed_file_with_a_changed_byte_is_refused_by_name()
    {
        byte[] damaged = Gzip(Images());
        damaged[^8] ^= 0xFF;
        Assert.Contains("digits.idx: the compressed data are damaged", Refusal(damaged), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_after_the_end_are_refused()
    {
        Assert.Contains("a file of 28 bytes, but more bytes follow", Refusal([.. Images(), 0]), StringComparison.Ordinal);
        Assert.Contains("a file of 28 bytes, but more bytes follow", Refusal(Gzip([.. Images(), 0])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, "01 00 08 03")]
    [InlineData(1, 9, "00 09 08 03")]
    [InlineData(2, 7, "00 00 07 03")]
    [InlineData(2, 0x0A, "00 00 0A 03")]
    [InlineData(3, 0, "00 00 08 00")]
    public void Another_magic_is_refused(int position, byte value, string found)
    {
        byte[] content = Images();
        content[position] = value;
        string message = Refusal(content);
        Assert.StartsWith("digits.idx: not an IDX file", message, StringComparison.Ordinal);
        Assert.EndsWith($"found {found}.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_of_gigabytes_is_refused_without_allocating_them()
    {
        byte[] content = [0, 0, 8, 2, 0x40, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3];
        byte[] packed = Gzip(content);
        Refusal(packed);

        long before = GC.GetAllocatedBytesForCurrentThread();
        string plain = Refusal(content);
        string compressed = Refusal(packed);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Contains("truncated", plain, StringComparison.Ordinal);
        Assert.Contains("truncated", compressed, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 1 << 19);
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 8, 1, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0, 0, 8, 2, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF })]
    public void Absurd_sizes_are_refused(byte[] header) => Assert.Contains("absurd", Refusal(header), StringComparison.Ordinal);

    [Fact]
    public void A_type_that_makes_the_size_absurd_is_refused() =>
        Assert.Contains("more than one array holds", Refusal([0, 0, 0x0E, 1, 0x7F, 0, 0, 0]), StringComparison.Ordinal);

    [Fact]
    public void Images_and_labels_become_a_data_set()
    {
        string images = _directory.Write("images", Images());
        string labels = _directory.Write("labels.gz", Gzip(Labels(2, 0)));

        Dataset<float> data = Dataset.FromIdx(images, labels, classes: 3);
        Dataset<double> wide = Dataset.FromIdx<double>(images, labels, classes: 3);

        Assert.Equal((2, 6, 3), (data.Count, data.InputSize, data.TargetSize));
        Assert.Equal([120 / 255f, 140 / 255f, 160 / 255f, 180 / 255f, 200 / 255f, 220 / 255f], data.Input(1).ToArray());
        Assert.Equal([0f, 0f, 1f, 1f, 0f, 0f], data.Targets.ToArray());
        Assert.Equal(20 / 255.0, wide.Input(0)[1]);
    }

    [Fact]
    public void White_is_exactly_one() =>
        Assert.Equal([0f, 1f], Dataset.FromIdx(Parse([0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255]), Parse(Labels(9))).Inputs.ToArray());

    [Fact]
    public void More_targets_than_one_array_holds_are_refused() =>
        Assert.Contains("read it as a DataStream", Assert.Throws<InvalidDataException>(() => Dataset.FromIdx(Parse(Images()), Parse(Labels(1, 2)), int.MaxValue)).Message, StringComparison.Ordinal);

    [Fact]
    public void Files_that_do_not_belong_together_are_refused_by_name()
    {
        string images = _directory.Write("images", Images());
        string Refused(params byte[] labels)
        {
            string path = _directory.Write("labels", labels);
            return Assert.Throws<InvalidDataException>(() => Dataset.FromIdx(images, path, classes: 3)).Message;
        }

        Assert.Equal($"{images} has 2 images, but {_directory.File("labels")} has 1 labels.", Refused(Labels(1)));
        Assert.Equal($"{_directory.File("labels")}: expected labels from 0 to 2, found 3 at row 1.", Refused(Labels(0, 3)));
        Assert.Contains("expected labels, unsigned bytes in 1 dimension, found [2, 2, 3] of type UInt8", Refused(Images()), StringComparison.Ordinal);
        Assert.Contains("expected images", Assert.Throws<InvalidDataException>(() => Dataset.FromIdx(Parse(Labels(1)), Parse(Labels(1)))).Message, StringComparison.Ordinal);
        Assert.Contains("at least one image", Assert.Throws<InvalidDataException>(() => Dataset.FromIdx(Parse([0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0, 4]), Parse(Labels()))).Message, StringComparison.Ordinal);
    }
}

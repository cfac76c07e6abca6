using System;
using System.IO;
using System.Linq;
using System.Text;

namespace GenNet.Tests.Data;

public class NetpbmTests
{
    private static DecodedImage Read(string text, params byte[] bytes) => Netpbm.Read(new MemoryStream([.. Encoding.Latin1.GetBytes(text), .. bytes]));

    private static string Refusal(string text, params byte[] bytes) => Assert.Throws<InvalidDataException>(() => Read(text, bytes)).Message;

    [Fact]
    public void Grey_in_digits_and_in_bytes()
    {
        foreach (DecodedImage image in new[] { Read("P2\n# a comment\n3 2 # another\n5\n0 1 2\n3 4 5"), Read("P5 3 2 5\n", 0, 1, 2, 3, 4, 5) })
        {
            Assert.Equal((1, 2, 3), (image.Channels, image.Rows, image.Columns));
            Assert.Equal([0, 0.2f, 0.4f, 0.6f, 0.8f, 1], image.Pixels.ToArray());
        }
    }

    [Fact]
    public void Colours_stand_in_planes()
    {
        foreach (DecodedImage image in new[] { Read("P3 2 1 10 1 2 3 4 5 6 "), Read("P6\n2\t1\r10\n", 1, 2, 3, 4, 5, 6) })
        {
            Assert.Equal((3, 1, 2), (image.Channels, image.Rows, image.Columns));
            Assert.Equal([0.1f, 0.4f, 0.2f, 0.5f, 0.3f, 0.6f], image.Pixels.ToArray());
        }
    }

    [Fact]
    public void Large_numbers_have_two_bytes() => Assert.Equal([1, 256 / 65535f], Read("P5 2 1 65535\n", 255, 255, 1, 0).Pixels.ToArray());

    [Theory]
    [InlineData("", "found 'the end of the filethe end of the file'")]
    [InlineData("P1 2 2 1 0 1 0", "expected it to begin with P2, P3, P5 or P6, found 'P1'")]
    [InlineData("\u0089PNG", "found '\\x89P'")]
    [InlineData("P5", "truncated: expected a width")]
    [InlineData("P5 3", "truncated: expected a height")]
    [InlineData("P5 0 1 255\n", "expected a width from 1 to 1048576, found 0")]
    [InlineData("P5 99999999999999999999999 1 255\n", "expected a width from 1 to 1048576, found more")]
    [InlineData("P5 x 1 255\n", "expected a width in digits, found 'x'")]
    [InlineData("P5 -1 1 255\n", "expected a width in digits, found '-'")]
    [InlineData("P5 2 1 0\n", "expected a largest number from 1 to 65535, found 0")]
    [InlineData("P5 2 1 65536\n", "expected a largest number from 1 to 65535, found more")]
    [InlineData("P5 2 1 9\n\u0001", "truncated: the file ends before number 1 of the image")]
    [InlineData("P5 2 1 9\n\u0001\u000A", "expected numbers from 0 to 9, found 10 at number 1")]
    [InlineData("P2 2 1 9\n1", "truncated: expected a pixel")]
    [InlineData("P2 2 1 9\n1 10", "expected a pixel from 0 to 9, found more")]
    [InlineData("P5 1000000 1000000 255\n", "more than one array holds")]
    [InlineData("P6 10000 10000 255\n", "truncated")]
    public void What_is_no_image_is_refused(string file, string message) => Assert.Contains(message, Refusal(file), StringComparison.Ordinal);

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        byte[] whole = [.. Encoding.ASCII.GetBytes("P6 2 2 255\n"), .. Enumerable.Range(0, 12).Select(i => (byte)i)];
        for (int length = 0; length < whole.Length; length++)
            Assert.Throws<InvalidDataException>(() => Netpbm.Read(new MemoryStream(whole[..length])));
        Assert.Equal(12, Netpbm.Read(new MemoryStream(whole)).Pixels.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_written_image_is_read_again(int channels)
    {
        float[] pixels = [.. Enumerable.Range(0, channels * 20).Select(i => i * 4 / 255f)];
        using var file = new MemoryStream();
        Netpbm.Write(file, new DecodedImage(channels, 4, 5, pixels));
        file.Position = 0;
        DecodedImage image = Netpbm.Read(file);
        Assert.Equal((channels, 4, 5), (image.Channels, image.Rows, image.Columns));
        Assert.Equal(pixels, image.Pixels.ToArray());
    }

    [Fact]
    public void Numbers_beyond_become_the_nearest()
    {
        using var file = new MemoryStream();
        Netpbm.Write(file, new DecodedImage(1, 1, 5, [-1, 2, float.NaN, float.PositiveInfinity, 0.5f]));
        Assert.Equal([0, 255, 0, 255, 128], file.ToArray()[^5..]);
        Assert.Throws<ArgumentException>(() => Netpbm.Write(file, new DecodedImage(2, 1, 1, [0, 0])));
    }

    [Fact]
    public void An_image_has_as_many_numbers_as_its_sizes_say()
    {
        Assert.Throws<ArgumentException>(() => new DecodedImage(3, 2, 2, new float[11]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DecodedImage(0, 2, 2, []));
        Assert.Throws<ArgumentException>(() => new DecodedImage(int.MaxValue, int.MaxValue, int.MaxValue, []));
    }
}

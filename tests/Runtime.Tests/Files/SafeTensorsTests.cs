using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace GenNet.Tests.Files;

public sealed class SafeTensorsTests : IDisposable
{
    private const string TwoTensors = """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private static byte[] Container(string header, int dataLength)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        return [.. length, .. json, .. Enumerable.Range(0, dataLength).Select(i => (byte)i)];
    }

    private static string Refusal(byte[] content) =>
        Assert.Throws<InvalidDataException>(() => SafeTensorsFile.Read(new MemoryStream(content), "model.safetensors")).Message;

    private static string Refusal(string header, int dataLength)
    {
        string message = Refusal(Container(header, dataLength));
        Assert.StartsWith("model.safetensors: ", message, StringComparison.Ordinal);
        return message;
    }

    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        var file = new SafeTensorsFile(
            [SafeTensor.Create<float>("w", [2, 1], [1f, -2f]), SafeTensor.Create<double>("d", [], [0.5])],
            new Dictionary<string, string> { ["format"] = "pt" });
        using var stream = new MemoryStream();
        file.Write(stream);

        // The larger elements come first; spaces bring the header to a multiple of 8.
        string json = """{"__metadata__":{"format":"pt"},"d":{"dtype":"F64","shape":[],"data_offsets":[0,8]},"w":{"dtype":"F32","shape":[2,1],"data_offsets":[8,16]}}""";
        Assert.Equal(140, json.Length);
        byte[] expected =
        [
            144, 0, 0, 0, 0, 0, 0, 0,
            .. Encoding.ASCII.GetBytes(json + "    "),
            0, 0, 0, 0, 0, 0, 0xE0, 0x3F,
            0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0,
        ];
        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        float[] floats = [0f, -0f, float.Epsilon, float.NaN, float.NegativeInfinity, 1 / 3f];
        string path = _directory.File("roundtrip.safetensors");
        new SafeTensorsFile(
            [SafeTensor.Create<float>("quote\" and ü", [3, 2], floats), SafeTensor.Create<double>("empty", [0, 5], [])],
            new Dictionary<string, string> { ["step"] = "12", ["note"] = "<ä>" }).Write(path);

        SafeTensorsFile file = SafeTensorsFile.Read(path);

        Assert.Equal(["empty", "quote\" and ü"], file.Tensors.Select(tensor => tensor.Name));
        SafeTensor tensor = file["quote\" and ü"];
        Assert.Equal([3, 2], tensor.Shape.ToArray());
        Assert.Equal(floats.Select(BitConverter.SingleToInt32Bits), tensor.ToArray<float>().Select(BitConverter.SingleToInt32Bits));
        Assert.Equal(0, file["empty"].Count);
        Assert.Equal("12", file.Metadata["step"]);
        Assert.Equal("<ä>", file.Metadata["note"]);
        Assert.Contains("There is no tensor 'other'; there are empty", Assert.Throws<ArgumentException>(() => file["other"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_precision_types_are_converted()
    {
        byte[] content = Container("""{"h":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},"b":{"dtype":"BF16","shape":[2],"data_offsets":[4,8]}}""", 0);
        SafeTensorsFile file = SafeTensorsFile.Read(new MemoryStream([.. content, 0x00, 0x3E, 0x00, 0xC0, 0xC0, 0x3F, 0x00, 0xC0]));
        Assert.Equal([1.5, -2], file["h"].ToArray<double>());
        Assert.Equal([1.5f, -2f], file["b"].ToArray<float>());
    }

    [Fact]
    public void Integers_are_carried_but_not_converted()
    {
        SafeTensorsFile file = SafeTensorsFile.Read(new MemoryStream(Container("""{"i":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}""", 8)));
        using var copy = new MemoryStream();
        file.Write(copy);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], copy.ToArray()[^8..]);
        Assert.Contains("i I64 [1]", Assert.Throws<InvalidDataException>(() => file["i"].ToArray<float>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensors_may_stand_in_any_order_in_the_header()
    {
        SafeTensorsFile file = SafeTensorsFile.Read(new MemoryStream(Container(
            """  {"b":{"shape":[1],"data_offsets":[8,9],"dtype":"U8"},"z":{"dtype":"U8","shape":[0],"data_offsets":[8,8]},"a":{"data_offsets":[0,8],"dtype":"F32","shape":[2]}}  """.TrimStart(), 9)));
        Assert.Equal(8, file["b"].Data[0]);
        Assert.Equal(8, file["a"].Data.Length);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_by_name_also_from_a_stream_without_length()
    {
        byte[] whole = Container(TwoTensors, 12);
        Assert.Equal(2, SafeTensorsFile.Read(new ForwardStream(whole)).Tensors.Length);
        for (int length = 0; length < whole.Length; length++)
        {
            byte[] cut = whole[..length];
            Assert.StartsWith("model.safetensors: ", Refusal(cut), StringComparison.Ordinal);
            string message = Assert.Throws<InvalidDataException>(() => SafeTensorsFile.Read(new ForwardStream(cut), "pipe")).Message;
            Assert.StartsWith("pipe: truncated", message, StringComparison.Ordinal);
        }

        Assert.Contains($"announces a file of {whole.Length} bytes, found {whole.Length - 1}", Refusal(whole[..^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_after_the_end_are_refused()
    {
        byte[] longer = Container(TwoTensors, 13);
        Assert.Contains($"announces a file of {longer.Length - 1} bytes, found {longer.Length}", Refusal(longer), StringComparison.Ordinal);
        Assert.Contains("more follow", Assert.Throws<InvalidDataException>(() => SafeTensorsFile.Read(new ForwardStream(longer))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000_001UL)]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 63)]
    public void A_header_above_the_limit_is_refused_without_reading_it(ulong length)
    {
        var content = new byte[64];
        BinaryPrimitives.WriteUInt64LittleEndian(content, length);
        Assert.Contains($"its header would have {length} bytes, the format allows 100000000", Refusal(content), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_is_longer_than_the_file_allocates_little()
    {
        var content = new byte[64];
        BinaryPrimitives.WriteUInt64LittleEndian(content, 99_000_000);
        Refusal(content);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("truncated in the header", Refusal(content), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Theory]
    [InlineData("", "must begin with '{'")]
    [InlineData("[]", "must begin with '{'")]
    [InlineData(" {}", "must begin with '{'")]
    [InlineData("{", "not valid JSON")]
    [InlineData("{} x", "not valid JSON")]
    [InlineData("""{"a":}""", "not valid JSON")]
    [InlineData("""{"a":1}""", "'a' must be an object")]
    [InlineData("""{"a":{}}""", "'a' must have dtype, shape and two data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2]}}""", "'a' must have dtype, shape and two data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""", "two data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4,8]}}""", "two data_offsets")]
    [InlineData("""{"a":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}""", "'shape' is unknown, appears twice or has another type")]
    [InlineData("""{"a":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "'dtype' is unknown, appears twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"extra":1}}""", "'extra' is unknown")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "shape must be whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}}""", "shape must be whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":["2"],"data_offsets":[0,8]}}""", "shape must be whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}}""", "shape must be whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}""", "data_offsets must be whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"F31","shape":[2],"data_offsets":[0,8]}}""", "unknown dtype 'F31'")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "F32 [3] has 12 bytes, but its data_offsets are [0, 8]")]
    [InlineData("""{"a":{"dtype":"F64","shape":[2],"data_offsets":[0,8]}}""", "F64 [2] has 16 bytes, but its data_offsets are [0, 8]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", "data_offsets are [8, 0]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[9223372036854775800,8]}}""", "data_offsets are [9223372036854775800, 8]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2147483647,2147483647,2147483647,2147483647],"data_offsets":[0,8]}}""", "more bytes than one array holds")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", "'a' leave a gap behind those of the tensor before: expected to begin at 0, found 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""", "'b' leave a gap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", "'b' overlap those of another tensor: expected to begin at 8, found 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "overlap")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""", "the name 'a' appears twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"\u0061":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""", "the name 'a' appears twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[02],"data_offsets":[0,8]}}""", "not valid JSON: a number with leading zeros at byte 29")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2,],"data_offsets":[0,8]}}""", "not valid JSON: expected a value at byte 31, found 0x5D")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2e0],"data_offsets":[0,8]}}""", "shape must be whole numbers from 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},}""", "not valid JSON: expected '\"' at byte 54, found 0x7D")]
    [InlineData("""{"a" "dtype"}""", "not valid JSON: expected ':' at byte 5, found 0x22")]
    [InlineData("""{0:[1]}""", "not valid JSON: expected '\"' at byte 1, found 0x30")]
    [InlineData("""{"a""", "not valid JSON: expected the end of a string at byte 3, found the end")]
    [InlineData("{\"a\n\":1}", "not valid JSON: expected the end of a string at byte 3, found 0x0A")]
    [InlineData("""{"\x":1}""", "not valid JSON: expected an escape sequence at byte 3, found 0x78")]
    [InlineData("""{"\u12g4":1}""", "not valid JSON: expected a hexadecimal digit at byte 6, found 0x67")]
    [InlineData("""{"\ud83d":1}""", "not valid JSON: expected both halves of a surrogate pair at byte 8, found 0x22")]
    [InlineData("""{"\ude42\ud83d":1}""", "not valid JSON: expected both halves of a surrogate pair at byte 8, found 0x5C")]
    [InlineData("""{"__metadata__":"x"}""", "__metadata__ must be an object of strings")]
    [InlineData("""{"__metadata__":{"x":1}}""", "the value of 'x' in __metadata__ must be a string")]
    [InlineData("""{"__metadata__":{"x":"1","x":"2"}}""", "the key 'x' appears twice in __metadata__")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", "the name '__metadata__' appears twice")]
    public void A_header_that_the_format_does_not_allow_is_refused(string header, string message) =>
        Assert.Contains(message, Refusal(header, 12), StringComparison.Ordinal);

    [Fact]
    public void Escapes_and_white_space_are_read()
    {
        SafeTensorsFile file = SafeTensorsFile.Read(new MemoryStream(Container(
            "{ \"\\u0061\\n\\\\\\/\\\"\\ud83d\\ude42\\u00e4ö\" :\t{\"dtype\":\"F32\" ,\n\"shape\":[ ] ,\"data_offsets\" : [0 , 4]\r} } ", 4)));
        Assert.Equal("a\n\\/\"🙂äö", file.Tensors[0].Name);
    }

    [Fact]
    public void Names_that_are_no_UTF8_are_refused()
    {
        byte[] content = Container("""{"?":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4);
        content[10] = 0xFF;
        Assert.Contains("not valid JSON", Refusal(content), StringComparison.Ordinal);
    }

    [Fact]
    public void Tensors_that_cannot_be_written_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SafeTensor.Create<float>("__metadata__", [1], [1f]));
        Assert.Throws<ArgumentException>(() => SafeTensor.Create<float>("", [1], [1f]));
        Assert.Contains("'w' [2, 3] has 6 elements, got 5", Assert.Throws<ArgumentException>(() => SafeTensor.Create<float>("w", [2, 3], new float[5])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SafeTensor.Create<float>("w", [-1, -1], new float[1]));
        SafeTensor tensor = SafeTensor.Create<float>("w", [1], [1f]);
        Assert.Contains("two tensors with the name 'w'", Assert.Throws<ArgumentException>(() => new SafeTensorsFile([tensor, tensor])).Message, StringComparison.Ordinal);
    }
}

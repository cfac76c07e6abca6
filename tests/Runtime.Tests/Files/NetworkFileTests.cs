using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace GenNet.Tests.Files;

public sealed class NetworkFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private static void Save(LinearNetwork<float> network, string path) => NetworkFile.Save<LinearNetwork<float>, float>(network, path);

    private static LinearNetwork<float> Load(string path) => NetworkFile.Load<LinearNetwork<float>, float>(path);

    private string Write(params SafeTensor[] tensors)
    {
        string path = _directory.File("other.safetensors");
        new SafeTensorsFile(tensors).Write(path);
        return path;
    }

    /// <summary>Restores a file that does not fit, checks that the network is as it was, and gives the message.</summary>
    private static string Refusal<T>(string path)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        LinearNetwork<T> network = LinearNetwork<T>.Create(1);
        T[] before = network.Parameters.ToArray();
        string message = Assert.Throws<InvalidDataException>(() => NetworkFile.Restore<LinearNetwork<T>, T>(network, path)).Message;
        Assert.Equal(before, network.Parameters.ToArray());
        return message;
    }

    [Fact]
    public void A_saved_network_is_loaded_bit_for_bit()
    {
        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        network.Parameters[0] = float.NaN;
        string path = _directory.File("net.safetensors");
        Save(network, path);

        Assert.Equal(network.Parameters.ToArray().Select(BitConverter.SingleToInt32Bits), Load(path).Parameters.ToArray().Select(BitConverter.SingleToInt32Bits));
        Assert.Equal([path], Directory.GetFiles(_directory.Path));
    }

    [Fact]
    public void The_file_has_the_dense_tensors_of_the_layout()
    {
        LinearNetwork<float> network = LinearNetwork<float>.Create();
        LinearNetwork<float>.Layout.Write<float>(network.Parameters, "0.weight", [1, 2, 3, 4, 5, 6]);
        LinearNetwork<float>.Layout.Write<float>(network.Parameters, "0.bias", [7, 8]);
        string path = _directory.File("net.safetensors");
        Save(network, path);

        SafeTensorsFile file = SafeTensorsFile.Read(path);
        Assert.Equal(["0.weight F32 [2, 3]", "0.bias F32 [2]"], file.Tensors.Select(tensor => tensor.ToString()));
        Assert.Equal([1f, 2, 3, 4, 5, 6], file["0.weight"].ToArray<float>());
        Assert.Equal([7f, 8], file["0.bias"].ToArray<float>());
        Assert.Equal([KeyValuePair.Create("format", "pt")], file.Metadata);

        // The padding of the buffer is no part of the file: 8 parameters of 4 bytes behind the header.
        byte[] bytes = File.ReadAllBytes(path);
        Assert.Equal(8 + bytes[0] + 8 * 4, bytes.Length);
    }

    [Fact]
    public void Streams_work_as_files_do()
    {
        LinearNetwork<double> network = LinearNetwork<double>.Create(1);
        using var stream = new MemoryStream();
        NetworkFile.Save<LinearNetwork<double>, double>(network, stream);
        stream.Position = 0;
        LinearNetwork<double> loaded = NetworkFile.Load<LinearNetwork<double>, double>(stream);
        Assert.Equal(network.Parameters.ToArray(), loaded.Parameters.ToArray());

        stream.Position = 0;
        LinearNetwork<double> other = LinearNetwork<double>.Create(2);
        NetworkFile.Restore<LinearNetwork<double>, double>(other, stream);
        Assert.Equal(network.Parameters.ToArray(), other.Parameters.ToArray());
    }

    [Fact]
    public void A_float_file_is_widened_into_a_double_network()
    {
        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        string path = _directory.File("net.safetensors");
        Save(network, path);
        LinearNetwork<double> wide = NetworkFile.Load<LinearNetwork<double>, double>(path);
        Assert.Equal(network.Parameters.ToArray().Select(w => (double)w), wide.Parameters.ToArray());
    }

    [Fact]
    public void A_double_file_is_not_rounded_into_a_float_network()
    {
        string path = _directory.File("net.safetensors");
        NetworkFile.Save<LinearNetwork<double>, double>(LinearNetwork<double>.Create(1), path);
        Assert.Contains("tensor 0.bias must be F32, F16 or BF16 (F64 would be rounded), found F64", Refusal<float>(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_does_not_fit_is_listed_and_the_network_stays_as_it_was()
    {
        string path = Write(SafeTensor.Create<float>("0.weight", [3, 2], new float[6]), SafeTensor.Create<float>("1.bias", [2], new float[2]));
        Assert.Equal($"{path} does not fit LinearNetwork`1: tensor 0.weight must be [2, 3], found [3, 2]; tensor 0.bias [2] is missing; tensor 1.bias F32 [2] is unknown.", Refusal<float>(path));
    }

    [Fact]
    public void A_further_tensor_is_refused_though_the_others_fit()
    {
        string path = Write(
            SafeTensor.Create<float>("0.weight", [2, 3], new float[6]), SafeTensor.Create<float>("0.bias", [2], new float[2]), SafeTensor.Create<float>("1.bias", [2], new float[2]));
        Assert.Contains("tensor 1.bias F32 [2] is unknown", Refusal<double>(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_leaves_the_network_as_it_was()
    {
        string path = _directory.File("net.safetensors");
        Save(LinearNetwork<float>.Create(2), path);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);
        Assert.StartsWith(path, Refusal<float>(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_save_over_an_older_file_replaces_it_as_a_whole()
    {
        string path = _directory.File("net.safetensors");
        File.WriteAllBytes(path, new byte[100_000]);
        Save(LinearNetwork<float>.Create(1), path);
        Assert.Equal(LinearNetwork<float>.Create(1).Parameters.ToArray(), Load(path).Parameters.ToArray());
        Assert.Single(Directory.GetFiles(_directory.Path));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        string path = _directory.Write("net.safetensors", [1, 2, 3]);
        Assert.Throws<IOException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write(new byte[10_000]);
            throw new IOException("The disk is full.");
        }));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_directory.Path));
    }

    [Fact]
    public void A_rename_that_fails_leaves_no_temporary_file()
    {
        // A directory stands where the file should go.
        string path = _directory.File("net.safetensors");
        Directory.CreateDirectory(path);
        Assert.ThrowsAny<Exception>(() => Save(LinearNetwork<float>.Create(1), path));
        Assert.Empty(Directory.GetFiles(_directory.Path));
        Assert.True(Directory.Exists(path));
    }

    [Fact]
    public void Missing_files_and_directories_are_reported_as_such()
    {
        Assert.Throws<FileNotFoundException>(() => Load(_directory.File("none.safetensors")));
        Assert.Throws<DirectoryNotFoundException>(() => Save(LinearNetwork<float>.Create(1), _directory.File("none/net.safetensors")));
    }
}

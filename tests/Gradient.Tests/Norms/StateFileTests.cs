using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Text;

namespace GenNet.Gradient.Tests.Norms;

/// <summary>Running statistics in files, checkpoints and what a fit goes back to.</summary>
public sealed class StateFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("gennet-norms-").FullName;

    private string File => Path.Combine(_directory, "net.safetensors");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_network_is_saved_and_loaded_with_its_state()
    {
        DeepNet net = NormSample.Network<DeepNet, float>();
        net.Save(File);
        Assert.Equal(NormSample.Numbers<DeepNet, float>(net.Parameters).State, NormSample.Numbers<DeepNet, float>(DeepNet.Load(File).Parameters).State);
        Assert.Equal(net.Parameters.ToArray(), DeepNet.Load(File).Parameters.ToArray());
    }

    [Fact]
    public void The_number_of_batches_that_PyTorch_counts_is_passed_over()
    {
        DeepNet net = NormSample.Network<DeepNet, float>();
        net.Save(File);
        byte[] counted = WithTensor("3.num_batches_tracked");
        Assert.Equal("I64", SafeTensorsFile.Read(new MemoryStream(counted))["3.num_batches_tracked"].DataType);
        Assert.Equal(net.Parameters.ToArray(), DeepNet.Load(new MemoryStream(counted)).Parameters.ToArray());

        InvalidDataException unknown = Assert.Throws<InvalidDataException>(() => DeepNet.Load(new MemoryStream(WithTensor("2.num_batches_tracked"))));
        Assert.Contains("tensor 2.num_batches_tracked I64 [] is unknown", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_running_statistics_is_refused()
    {
        new DeepNet(1).Save(File);
        SafeTensorsFile file = SafeTensorsFile.Read(File);
        new SafeTensorsFile(file.Tensors.Where(tensor => !tensor.Name.Contains("running", StringComparison.Ordinal)), file.Metadata).Write(File);
        InvalidDataException missing = Assert.Throws<InvalidDataException>(() => DeepNet.Load(File));
        Assert.Contains("tensor 1.running_mean [100] is missing; tensor 1.running_var [100] is missing", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_optimizer_is_saved_without_it()
    {
        var net = new DeepNet(1);
        var adam = new Adam(0.01f);
        new Trainer<DeepNet>(net, adam).Fit(NormSample.Data(100), new FitOptions { BatchSize = 50, Threads = 1 });
        net.Save(File, adam);
        Assert.DoesNotContain(SafeTensorsFile.Read(File).Tensors, tensor => tensor.Name.StartsWith("optimizer.mean/", StringComparison.Ordinal) && tensor.Name.Contains("running", StringComparison.Ordinal));

        var other = new DeepNet(2);
        var restored = new Adam(0.5f);
        other.Restore(File, restored);
        Assert.Equal(net.Parameters.ToArray(), other.Parameters.ToArray());
        Assert.Equal(adam.State("mean").ToArray(), restored.State("mean").ToArray());
        new Trainer<DeepNet>(other, restored).Fit(NormSample.Data(100), new FitOptions { BatchSize = 50, Threads = 1 });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_fit_that_is_resumed_ends_as_one_that_was_let_alone(int threads)
    {
        Dataset<float> data = NormSample.Data(300);
        FitOptions Options(int epochs, string? from = null) => new()
        {
            Epochs = epochs, BatchSize = 150, Threads = threads, Checkpoint = new CheckpointOptions { Path = File }, ResumeFrom = from,
            Validation = data, EarlyStopping = new EarlyStopping { Patience = 100 },
        };

        DeepNet whole = new(1), resumed = new(1);
        new Trainer<DeepNet>(whole, new Adam(0.01f)).Fit(data, Options(6));
        new Trainer<DeepNet>(resumed, new Adam(0.01f)).Fit(data, Options(3));
        var other = new DeepNet(9);
        new Trainer<DeepNet>(other, new Adam(0.01f)).Fit(data, Options(6, File));
        Assert.Equal(whole.Parameters.ToArray(), other.Parameters.ToArray());
        Assert.NotEqual(resumed.Parameters.ToArray(), other.Parameters.ToArray());
    }

    [Fact]
    public void Another_momentum_or_epsilon_is_another_network() => Assert.Equal(
        "Float; HalfSquaredError; Dense(5, 18, Identity); BatchNorm(18, 18, Tanh, epsilon 1E-05, momentum 0.1); Dense(18, 3, Identity)", Declaration<SmallNet>());

    [Fact]
    public void Early_stopping_brings_back_the_best_state()
    {
        Dataset<float> data = NormSample.Data(128);
        var net = new DeepNet(1);
        var optimizer = new Adam(0.01f);
        float[] best = [];
        FitResult result = new Trainer<DeepNet>(net, optimizer).Fit(data, new FitOptions
        {
            Epochs = 20, BatchSize = 64, Threads = 1, Validation = data, EarlyStopping = new EarlyStopping { Patience = 2 },
            OnEpoch = report =>
            {
                if (report.Epoch == 3)
                    best = net.Parameters.ToArray();
                if (report.Epoch == 3)
                    optimizer.LearningRate = 3;
            },
        });
        Assert.Equal((3, StopReason.StoppedEarly), (result.BestEpoch, result.StopReason));
        Assert.Equal(best, net.Parameters.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_fit_that_diverges_brings_back_the_state_of_the_last_epoch(int threads)
    {
        Dataset<float> data = NormSample.Data(300);
        var net = new DeepNet(1);
        float[] after = [];
        var optimizer = new Momentum(0.05f);
        DivergenceException divergence = Assert.Throws<DivergenceException>(() => new Trainer<DeepNet>(net, optimizer).Fit(data, new FitOptions
        {
            Epochs = 50, BatchSize = 150, Threads = threads,
            OnEpoch = report =>
            {
                if (report.Epoch != 2)
                    return;
                after = net.Parameters.ToArray();
                optimizer.LearningRate = 1e38f;
            },
        }));
        Assert.Equal(2, divergence.RestoredEpoch);
        Assert.Equal(after, net.Parameters.ToArray());
    }

    private static string Declaration<TNet>()
        where TNet : class, INetwork<TNet, float> => TNet.Declaration;

    /// <summary>The file with one more tensor, a whole number of 64 bits without a dimension, as PyTorch writes it.</summary>
    private byte[] WithTensor(string name)
    {
        byte[] file = System.IO.File.ReadAllBytes(File);
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(file), data = file.Length - 8 - length;
        string header = Encoding.UTF8.GetString(file, 8, length).TrimEnd()[..^1] + $",\"{name}\":{{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[{data},{data + 8}]}}}}";
        header = header.PadRight((header.Length + 7) / 8 * 8);
        var counted = new byte[8 + header.Length + data + 8];
        BinaryPrimitives.WriteInt64LittleEndian(counted, header.Length);
        Encoding.UTF8.GetBytes(header).CopyTo(counted, 8);
        file.AsSpan(8 + length).CopyTo(counted.AsSpan(8 + header.Length));
        counted[^8] = 7;
        return counted;
    }
}

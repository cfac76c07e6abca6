using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace GenNet.Tests.Training;

/// <summary>A checkpoint that cannot be taken up is refused as a whole, with a documented exception: network and optimizer stay as they were.</summary>
public sealed class DamagedCheckpointTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public DamagedCheckpointTests() => Fit(LinearNetwork<float>.Create(1), new Adam(), Options(2, checkpoint: Path));

    private string Path => _directory.File("checkpoint.safetensors");

    private string Changed => _directory.File("changed.safetensors");

    public void Dispose() => _directory.Dispose();

    private static Dataset<float> Data(int rows = 10) =>
        new(LinearNetwork<float>.Numbers(7, 3 * rows), LinearNetwork<float>.Numbers(8, 2 * rows), 3, 2);

    private static FitOptions Options(int epochs, string? resumeFrom = null, string? checkpoint = null, ISchedule? schedule = null, bool change = false, Action<FitWarning>? onWarning = null) => new()
    {
        Epochs = epochs,
        BatchSize = 3,
        Threads = 1,
        Schedule = schedule ?? new ReduceOnPlateau(),
        EarlyStopping = new EarlyStopping(),
        Checkpoint = checkpoint is null ? null : new CheckpointOptions { Path = checkpoint },
        ResumeFrom = resumeFrom,
        ChangeSchedule = change,
        OnWarning = onWarning,
    };

    private static FitResult Fit(LinearNetwork<float> network, IOptimizer<float> optimizer, FitOptions options) =>
        new Trainer<LinearNetwork<float>>(network, optimizer).Fit(Data(), options);

    /// <summary>The checkpoint with other metadata and tensors: as a file of before there were checksums, or with one that is right.</summary>
    private void Change(Dictionary<string, string?> metadata, bool isOld = true, Func<SafeTensor, SafeTensor>? tensors = null)
    {
        SafeTensorsFile file = SafeTensorsFile.Read(Path);
        var changed = new Dictionary<string, string>(file.Metadata);
        foreach ((string key, string? value) in metadata)
        {
            if (value is null)
                changed.Remove(key);
            else
                changed[key] = value;
        }

        List<SafeTensor> all = file.Tensors.Select(tensors ?? (tensor => tensor)).ToList();
        if (isOld)
        {
            changed.Remove("fit.checksum");
            changed.Remove("fit.network");
        }
        else
        {
            Checksum.Add(all, changed);
        }

        new SafeTensorsFile(all, changed).Write(Changed);
    }

    private string Refused<TException>(Optimizer<float>? optimizer = null, FitOptions? options = null)
        where TException : Exception
    {
        optimizer ??= new Adam();
        LinearNetwork<float> network = LinearNetwork<float>.Create(4);
        float[] before = network.Parameters.ToArray();
        (long steps, float rate) = (optimizer.Steps, optimizer.LearningRate);
        TException refusal = Assert.Throws<TException>(() => Fit(network, optimizer, options ?? Options(5, Changed)));
        Assert.Equal(before, network.Parameters.ToArray());
        Assert.Equal((steps, rate), (optimizer.Steps, optimizer.LearningRate));
        return refusal.Message;
    }

    [Theory]
    [InlineData("fit.plateau.factor", "0")]
    [InlineData("fit.plateau.factor", "-1")]
    [InlineData("fit.plateau.factor", "NaN")]
    [InlineData("fit.plateau.factor", "1E400")]
    [InlineData("fit.plateau.factor", "1E-300")]
    [InlineData("fit.plateau.best", "NaN")]
    [InlineData("fit.plateau.bad_epochs", "-1")]
    [InlineData("fit.plateau.cooldown", "-2")]
    [InlineData("fit.epoch", "0")]
    [InlineData("fit.epoch", "two")]
    [InlineData("fit.steps", "-1")]
    [InlineData("fit.steps", "7")]
    [InlineData("fit.steps", "99999999999999999999")]
    [InlineData("fit.steps", null)]
    [InlineData("fit.batches", "0")]
    [InlineData("fit.batches", "5")]
    [InlineData("fit.epochs_before", "-1")]
    [InlineData("fit.early.best_loss", "NaN")]
    [InlineData("fit.early.best_loss", "Infinity")]
    [InlineData("fit.early.best_epoch", "3")]
    [InlineData("fit.early.waited", "2")]
    [InlineData("fit.early.waited", "-1")]
    [InlineData("fit.seed", null)]
    [InlineData("optimizer.steps", "-1")]
    [InlineData("optimizer.steps", "1000000000000001")]
    [InlineData("optimizer.learning_rate", "NaN")]
    [InlineData("optimizer.learning_rate", "0")]
    public void Values_that_cannot_be_are_refused(string key, string? value)
    {
        Change(new() { [key] = value });
        Assert.Contains("changed.safetensors", Refused<InvalidDataException>(), StringComparison.Ordinal);
        Change(new() { [key] = value }, isOld: false);
        Assert.Contains("changed.safetensors", Refused<InvalidDataException>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.weight", float.NaN)]
    [InlineData("0.bias", float.PositiveInfinity)]
    [InlineData("best/0.bias", float.NaN)]
    [InlineData("optimizer.mean/0.weight", float.NaN)]
    public void Numbers_that_no_fit_goes_on_with_are_refused(string name, float poison)
    {
        Change([], tensors: tensor => tensor.Name == name ? SafeTensor.Create<float>(name, tensor.Shape.AsSpan(), [.. tensor.ToArray<float>().Skip(1), poison]) : tensor);
        Assert.Contains($"tensor {name} has NaN", Refused<InvalidDataException>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_that_still_reads_well_is_found_by_the_checksum()
    {
        byte[] bytes = File.ReadAllBytes(Path);
        bytes[^3] ^= 1;
        File.WriteAllBytes(Changed, bytes);
        Assert.Contains("is damaged: the checksum", Refused<InvalidDataException>(), StringComparison.Ordinal);

        // A network without its checksum has lost it.
        Change([], isOld: false);
        SafeTensorsFile file = SafeTensorsFile.Read(Changed);
        new SafeTensorsFile(file.Tensors, file.Metadata.Where(pair => pair.Key != "fit.checksum").ToDictionary()).Write(Changed);
        Assert.Contains("'fit.checksum' is missing", Refused<InvalidDataException>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Checkpoints_of_before_there_were_checksums_are_resumed()
    {
        LinearNetwork<float> expected = LinearNetwork<float>.Create(1), actual = LinearNetwork<float>.Create(4);
        Fit(expected, new Adam(), Options(5));
        Change(new() { ["fit.epochs"] = null, ["fit.epochs_before"] = null, ["fit.vectors"] = null });
        FitResult result = Fit(actual, new Adam(), Options(5, Changed));
        Assert.Equal(expected.Parameters.ToArray(), actual.Parameters.ToArray());
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void An_optimizer_of_another_size_is_refused_before_anything_changes()
    {
        var adam = new Adam(0.001f);
        adam.Update(new float[5], new float[5]);
        Change([]);
        Assert.Contains("must have 5 elements, got 64", Refused<ArgumentException>(adam), StringComparison.Ordinal);
    }

    [Fact]
    public void Vectors_of_another_width_are_said_and_not_refused()
    {
        Change(new() { ["fit.vectors"] = "1024 bits" }, isOld: false);
        var told = new List<FitWarning>();
        FitResult result = Fit(LinearNetwork<float>.Create(4), new Adam(), Options(5, Changed, onWarning: told.Add));
        FitWarning warning = Assert.Single(result.Warnings);
        Assert.Equal((FitWarningKind.OtherVectors, 2), (warning.Kind, warning.Epoch));
        Assert.Contains("was written with vectors of 1024 bits, this machine has " + MachineVectors.Text, warning.Message, StringComparison.Ordinal);
        Assert.Equal([warning], told);
    }

    [Fact]
    public void The_declaration_of_another_network_is_refused_and_the_difference_named()
    {
        Change(new() { ["fit.network"] = "Float; own loss; Dense(3, 2, Tanh)" }, isOld: false);
        Assert.Contains("another network than LinearNetwork`1: the checkpoint's layer 1 is Dense(3, 2, Tanh), the network's is Dense(3, 2, Identity).", Refused<InvalidDataException>(), StringComparison.Ordinal);
        Change(new() { ["fit.network"] = "Float; own loss; Dense(3, 9, Tanh); Dense(9, 2, Tanh)" }, isOld: false);
        Assert.Contains("the checkpoint's network is 'Float; own loss; Dense(3, 9, Tanh); Dense(9, 2, Tanh)', this one is 'Float; own loss; Dense(3, 2, Identity)'", Refused<InvalidDataException>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_schedule_that_depends_on_the_epochs_is_not_stretched_silently()
    {
        string path = _directory.File("cosine.safetensors");
        Fit(LinearNetwork<float>.Create(1), new Adam(), Options(2, checkpoint: path, schedule: new LinearWarmup(2, new CosineSchedule())));
        FitOptions Longer(bool change) => Options(4, path, schedule: new LinearWarmup(2, new CosineSchedule()), change: change);
        string refusal = Refused<ArgumentException>(options: Longer(change: false));
        Assert.Contains("the schedule 'warmup steps=2 then cosine minimum=0' was made for 2 epochs and is for 4", refusal, StringComparison.Ordinal);
        Assert.Contains("ChangeSchedule", refusal, StringComparison.Ordinal);
        FitResult changed = Fit(LinearNetwork<float>.Create(1), new Adam(), Longer(change: true));
        Assert.Equal([3, 4], changed.Epochs.Select(epoch => epoch.Epoch));

        // Another schedule altogether is asked for in the same way, and one that does not look at the epochs is no change.
        Assert.Contains("fit.schedule was", Refused<ArgumentException>(options: Options(4, path, schedule: new StepSchedule(3))), StringComparison.Ordinal);
        Assert.Equal(StopReason.Completed, Fit(LinearNetwork<float>.Create(1), new Adam(), Options(4, path, schedule: new StepSchedule(3), change: true)).StopReason);
        Fit(LinearNetwork<float>.Create(1), new Adam(), Options(2, checkpoint: path, schedule: new StepSchedule(3)));
        Assert.Equal(StopReason.Completed, Fit(LinearNetwork<float>.Create(1), new Adam(), Options(4, path, schedule: new StepSchedule(3))).StopReason);
    }
}

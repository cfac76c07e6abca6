using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace GenNet.Tests.Files;

public sealed class OptimizerFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string> All => Training.EveryOptimizer.All;

    public void Dispose() => _directory.Dispose();

    /// <summary>A network that an optimizer has trained for some steps.</summary>
    private static LinearNetwork<float> Trained(IOptimizer<float> optimizer, int steps = 5)
    {
        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        Train(network, optimizer, steps);
        return network;
    }

    private static void Train(LinearNetwork<float> network, IOptimizer<float> optimizer, int steps)
    {
        var trainer = new Trainer<LinearNetwork<float>>(network, optimizer);
        for (int i = 0; i < steps; i++)
            trainer.Step(LinearNetwork<float>.Numbers(i, 12), LinearNetwork<float>.Numbers(50 + i, 8));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Training_goes_on_from_a_file_bit_for_bit(string name)
    {
        Optimizer<float> optimizer = Training.EveryOptimizer.Create<float>(name);
        LinearNetwork<float> network = Trained(optimizer);
        optimizer.LearningRate = 0.3f;
        string path = _directory.File("net.safetensors");
        network.Save(path, optimizer);

        LinearNetwork<float> loaded = LinearNetwork<float>.Create();
        Optimizer<float> other = Training.EveryOptimizer.Create<float>(name);
        loaded.Restore(path, other);
        Assert.Equal((5L, 0.3f), (other.Steps, other.LearningRate));
        Train(network, optimizer, 5);
        Train(loaded, other, 5);
        Assert.Equal(network.Parameters.ToArray(), loaded.Parameters.ToArray());
        Assert.Equal(Training.EveryOptimizer.StateOf(optimizer), Training.EveryOptimizer.StateOf(other));
    }

    [Fact]
    public void The_state_is_in_the_file_by_name()
    {
        var adam = new Adam(0.1f);
        LinearNetwork<float> network = Trained(adam);
        string path = _directory.File("net.safetensors");
        network.Save(path, adam);

        SafeTensorsFile file = SafeTensorsFile.Read(path);
        Assert.Equal(
            ["0.weight", "0.bias", "optimizer.mean/0.weight", "optimizer.mean/0.bias", "optimizer.square/0.weight", "optimizer.square/0.bias"],
            file.Tensors.Select(tensor => tensor.Name));
        Assert.Equal(LinearNetwork<float>.Layout.Read(adam.State("square"), "0.weight"), file["optimizer.square/0.weight"].ToArray<float>());
        Assert.Equal("5", file.Metadata["optimizer.steps"]);
        Assert.Equal("0.1", file.Metadata["optimizer.learning_rate"]);
        Assert.Equal("adam", file.Metadata["optimizer.kind"]);
        Assert.Equal("beta1=0.9 beta2=0.999 epsilon=1E-08", file.Metadata["optimizer.settings"]);

        // And it is still a network.
        Assert.Equal(network.Parameters.ToArray(), NetworkFile.Load<LinearNetwork<float>, float>(path).Parameters.ToArray());
    }

    [Fact]
    public void An_optimizer_before_its_first_step_can_be_saved()
    {
        LinearNetwork<float> network = LinearNetwork<float>.Create(1);
        string path = _directory.File("net.safetensors");
        network.Save(path, new Adam(0.25f));
        var used = new Adam();
        Trained(used);
        LinearNetwork<float>.Create().Restore(path, used);
        Assert.Equal((0L, 0.25f, true), (used.Steps, used.LearningRate, used.State("mean").IsEmpty));
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_changes_nothing()
    {
        var adam = new Adam();
        LinearNetwork<float> network = Trained(adam);
        string good = _directory.File("good.safetensors"), bare = _directory.File("bare.safetensors");
        network.Save(good, adam);
        NetworkFile.Save<LinearNetwork<float>, float>(network, bare);
        SafeTensorsFile file = SafeTensorsFile.Read(good);
        string Changed(Func<SafeTensor, IEnumerable<SafeTensor>> tensor, params (string Key, string? Value)[] metadata)
        {
            var pairs = new Dictionary<string, string>(file.Metadata);
            foreach ((string key, string? value) in metadata)
            {
                if (value is null)
                    pairs.Remove(key);
                else
                    pairs[key] = value;
            }

            string path = _directory.File("changed.safetensors");
            new SafeTensorsFile(file.Tensors.SelectMany(tensor), pairs).Write(path);
            return path;
        }

        string Refused(string path, Optimizer<float>? optimizer = null)
        {
            optimizer ??= new Adam(0.5f);
            LinearNetwork<float> other = Trained(optimizer, 2);
            float[] before = other.Parameters.ToArray();
            Dictionary<string, float[]> state = Training.EveryOptimizer.StateOf(optimizer);
            float rate = optimizer.LearningRate;
            string message = Assert.Throws<InvalidDataException>(() => other.Restore(path, optimizer)).Message;
            Assert.Equal(before, other.Parameters.ToArray());
            Assert.Equal(state, Training.EveryOptimizer.StateOf(optimizer));
            Assert.Equal((2L, rate), (optimizer.Steps, optimizer.LearningRate));
            return message;
        }

        Assert.Contains("has no state of an optimizer", Refused(bare), StringComparison.Ordinal);
        Assert.Contains("has the state of the optimizer 'adam', which does not fit 'nadam'", Refused(good, new NAdam()), StringComparison.Ordinal);
        Assert.Contains("tensor optimizer.square/0.bias [2] is missing", Refused(Changed(t => t.Name == "optimizer.square/0.bias" ? [] : [t])), StringComparison.Ordinal);
        Assert.Contains(
            "tensor optimizer.mean/0.bias must be [2], found [3]",
            Refused(Changed(t => t.Name == "optimizer.mean/0.bias" ? [SafeTensor.Create<float>(t.Name, [3], [1, 2, 3])] : [t])), StringComparison.Ordinal);
        Assert.Contains(
            "tensor optimizer.mean/9.bias F32 [1] is unknown",
            Refused(Changed(t => t.Name == "0.bias" ? [t, SafeTensor.Create<float>("optimizer.mean/9.bias", [1], [1])] : [t])), StringComparison.Ordinal);
        Assert.Contains("tensor other/0.bias F32 [1] is unknown", Refused(Changed(t => t.Name == "0.bias" ? [t, SafeTensor.Create<float>("other/0.bias", [1], [1])] : [t])), StringComparison.Ordinal);
        Assert.Contains("'optimizer.steps' is missing", Refused(Changed(t => [t], ("optimizer.steps", null))), StringComparison.Ordinal);
        Assert.Contains("'optimizer.steps' in its metadata must be a Int64, found 'many'", Refused(Changed(t => [t], ("optimizer.steps", "many"))), StringComparison.Ordinal);
        Assert.Contains("-1 steps", Refused(Changed(t => [t], ("optimizer.steps", "-1"))), StringComparison.Ordinal);
        Assert.Contains("learning rate of NaN", Refused(Changed(t => [t], ("optimizer.learning_rate", "NaN"))), StringComparison.Ordinal);
    }
}

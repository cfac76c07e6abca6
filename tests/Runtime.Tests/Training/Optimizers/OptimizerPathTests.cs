using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Text.Json;

namespace GenNet.Tests.Training;

/// <summary>Paths of the optimizers against those of PyTorch's (torch.optim, float64): 12 steps on the gradients slope * w + offset.</summary>
public class OptimizerPathTests
{
    private static readonly JsonElement Reference = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "optimizers.json"))).RootElement;

    public static TheoryData<string> Keys => [.. Reference.GetProperty("paths").EnumerateObject().Select(path => path.Name)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_path_is_that_of_PyTorch(string key)
    {
        foreach (IOptimizer<double> optimizer in Optimizers<double>(key))
            Follows(optimizer, key, 1e-12, least: 0);
        foreach (IOptimizer<float> optimizer in Optimizers<float>(key))
            Follows(optimizer, key, 1e-6, least: 1);
    }

    [Fact]
    public void NAdam_takes_the_step_of_the_paper()
    {
        // w = 0, dw = 2 and dw = 1 in turn, by the paper's formula with plain numbers.
        var nadam = new NAdam<double>(0.1);
        double[] w = [0];
        double expected = 0, mean = 0, square = 0, product = 1;
        double Mu(int t) => 0.9 * (1 - 0.5 * Math.Pow(0.96, t * 0.004));
        for (int t = 1; t <= 6; t++)
        {
            double g = 1 + t % 2;
            nadam.Update(w, [g]);
            mean = 0.9 * mean + 0.1 * g;
            square = 0.999 * square + 0.001 * g * g;
            product *= Mu(t);
            double corrected = Mu(t + 1) * mean / (1 - product * Mu(t + 1)) + (1 - Mu(t)) * g / (1 - product);
            expected -= 0.1 * corrected / (Math.Sqrt(square / (1 - Math.Pow(0.999, t))) + 1e-8);
            Assert.Equal(expected, w[0], 1e-13);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void With_a_learning_rate_that_changes_velocity_keeps_what_it_has_and_a_sum_of_gradients_does_not(bool nesterov)
    {
        Optimizer<double> gradients = nesterov ? new Nesterov<double>(0.1) : new Momentum<double>(0.1);
        Optimizer<double> velocity = nesterov ? new Nesterov<double>(0.1, form: MomentumForm.Velocity) : new Momentum<double>(0.1, form: MomentumForm.Velocity);
        double[] a = [1], b = [1];
        gradients.Update(a, [2]);
        velocity.Update(b, [2]);
        Assert.Equal(a[0], b[0], 1e-15);
        double start = a[0];

        gradients.LearningRate = velocity.LearningRate = 0.01;
        gradients.Update(a, [3]);
        velocity.Update(b, [3]);
        double m = 0.9 * 2 + 3, v = -0.9 * 0.1 * 2 - 0.01 * 3;
        Assert.Equal(start - 0.01 * (nesterov ? 3 + 0.9 * m : m), a[0], 1e-15);
        Assert.Equal(start + (nesterov ? 0.9 * v - 0.01 * 3 : v), b[0], 1e-15);
    }

    /// <summary>The optimizers that must take the path of a key: "name setting=value setting=value".</summary>
    private static IEnumerable<IOptimizer<T>> Optimizers<T>(string key)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string[] words = key.Split(' ');
        Dictionary<string, double> settings = words.Skip(1).Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => double.Parse(pair[1], null));
        T rate = T.CreateTruncating(settings["lr"]);
        double Setting(string name) => settings[name];
        return words[0] switch
        {
            "sgd" when settings.ContainsKey("weight_decay") => [new WithDecay<T>(new Sgd<T>(rate), Setting("weight_decay"))],
            "sgd" => [new Sgd<T>(rate)],
            "momentum" => [new Momentum<T>(rate, Setting("momentum")), new Momentum<T>(rate, Setting("momentum"), MomentumForm.Velocity)],
            "nesterov" => [new Nesterov<T>(rate, Setting("momentum")), new Nesterov<T>(rate, Setting("momentum"), MomentumForm.Velocity)],
            "adagrad" => [new AdaGrad<T>(rate, Setting("epsilon")), new AdaGrad<T>(rate)],
            "rmsprop" => [new RMSProp<T>(rate, Setting("decay"), Setting("epsilon")), new RMSProp<T>(rate)],
            "adam" => [new Adam<T>(rate, Setting("beta1"), Setting("beta2"), Setting("epsilon")), new Adam<T>(rate)],
            "adamw" => [new AdamW<T>(rate, Setting("weight_decay"), Setting("beta1"), Setting("beta2"), Setting("epsilon"))],
            "adadelta" => [new AdaDelta<T>(rate, Setting("rho"), Setting("epsilon")), new AdaDelta<T>(rate)],
            // The reference is that of PyTorch 1.13.
            "nadam" => [new NAdam<T>(rate, form: NAdamForm.PyTorch1)],
            _ => throw new InvalidOperationException($"The path '{key}' has no optimizer."),
        };
    }

    private static void Follows<T>(IOptimizer<T> optimizer, string key, double tolerance, double least)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] w = Thrice<T>(Reference.GetProperty("start")), slope = Thrice<T>(Reference.GetProperty("gradient_slope")), offset = Thrice<T>(Reference.GetProperty("gradient_offset"));
        JsonElement path = Reference.GetProperty("paths").GetProperty(key);
        Assert.Equal(12, path.GetArrayLength());
        foreach (JsonElement expected in path.EnumerateArray())
        {
            optimizer.Update(w, w.Select((_, i) => slope[i] * w[i] + offset[i]).ToArray());
            Assert.Equal(Thrice<double>(expected), w.Select(double.CreateTruncating), (a, b) => Math.Abs(a - b) <= tolerance * Math.Max(least, Math.Abs(a)));
        }
    }

    // Three times the same numbers, so that whole vectors and a tail take part.
    private static T[] Thrice<T>(JsonElement numbers)
        where T : INumberBase<T> => [.. Enumerable.Range(0, 15).Select(i => T.CreateTruncating(numbers[i % 5].GetDouble()))];

    /// <summary>PyTorch's weight_decay of SGD: the gradient of (decay / 2) * the sum of the squared parameters is added.</summary>
    private sealed class WithDecay<T>(IOptimizer<T> optimizer, double decay) : IOptimizer<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Update(Span<T> parameters, ReadOnlySpan<T> gradients)
        {
            T[] sum = gradients.ToArray();
            for (int i = 0; i < sum.Length; i++)
                sum[i] += T.CreateTruncating(decay) * parameters[i];
            optimizer.Update(parameters, sum);
        }
    }
}

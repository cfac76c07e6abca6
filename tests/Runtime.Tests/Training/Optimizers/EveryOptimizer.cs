using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace GenNet.Tests.Training;

/// <summary>Every optimizer of the library in every form, by name: what holds for all is tested on all.</summary>
internal static class EveryOptimizer
{
    private static readonly string[] Names =
        ["sgd", "momentum", "momentum velocity", "nesterov", "nesterov velocity", "adagrad", "rmsprop", "adam", "adamw", "adadelta", "nadam", "nadam 1"];

    public static TheoryData<string> All => [.. Names];

    public static Optimizer<T> Create<T>(string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T rate = T.CreateTruncating(0.01);
        return name switch
        {
            "sgd" => new Sgd<T>(rate),
            "momentum" => new Momentum<T>(rate),
            "momentum velocity" => new Momentum<T>(rate, form: MomentumForm.Velocity),
            "nesterov" => new Nesterov<T>(rate),
            "nesterov velocity" => new Nesterov<T>(rate, form: MomentumForm.Velocity),
            "adagrad" => new AdaGrad<T>(rate),
            "rmsprop" => new RMSProp<T>(rate),
            "adam" => new Adam<T>(rate),
            "adamw" => new AdamW<T>(rate),
            "adadelta" => new AdaDelta<T>(T.One),
            "nadam" => new NAdam<T>(rate),
            "nadam 1" => new NAdam<T>(rate, form: NAdamForm.PyTorch1),
            _ => throw new ArgumentException(name, nameof(name)),
        };
    }

    public static Dictionary<string, T[]> StateOf<T>(IOptimizerState<T> optimizer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => optimizer.StateNames.ToDictionary(name => name, name => optimizer.State(name).ToArray());
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>The formula of Adam, and with a part of w dropped before the step that of AdamW.</summary>
internal readonly struct AdamRule<T>(double beta1, double beta2, double epsilon, double stepSize, double rootCorrection, double kept) : IUpdateRule<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector<T> _beta1 = OptimizerSettings.Lanes<T>(beta1);
    private readonly Vector<T> _rest1 = OptimizerSettings.Lanes<T>(1 - beta1);
    private readonly Vector<T> _beta2 = OptimizerSettings.Lanes<T>(beta2);
    private readonly Vector<T> _rest2 = OptimizerSettings.Lanes<T>(1 - beta2);
    private readonly Vector<T> _epsilon = OptimizerSettings.Lanes<T>(epsilon);
    private readonly Vector<T> _stepSize = OptimizerSettings.Lanes<T>(stepSize);
    private readonly Vector<T> _rootCorrection = OptimizerSettings.Lanes<T>(rootCorrection);
    private readonly Vector<T> _kept = OptimizerSettings.Lanes<T>(kept);

    public static int StateCount => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Step(Vector<T> w, Vector<T> g, ref Vector<T> mean, ref Vector<T> square)
    {
        mean = mean * _beta1 + g * _rest1;
        square = square * _beta2 + g * g * _rest2;
        Vector<T> divisor = Vector.SquareRoot(square) * _rootCorrection + _epsilon;
        return w * _kept - mean * _stepSize / divisor;
    }
}

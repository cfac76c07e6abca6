using System;
using System.Runtime.CompilerServices;

namespace GenNet;

/// <summary>A function of one number in double, as a type.</summary>
internal interface IDoubleFunction
{
    /// <summary>The size of the arguments from which on each lane is computed by itself.</summary>
    static virtual double Limit => double.PositiveInfinity;

    /// <summary>The function of each lane, up to <see cref="Limit"/>.</summary>
    static abstract TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double>;

    /// <summary>The function beyond <see cref="Limit"/>.</summary>
    static virtual double Beyond(double x) => x;
}

/// <summary>A function of two numbers in double, as a type.</summary>
internal interface IDoubleFunction2
{
    /// <summary>The function of each lane.</summary>
    static abstract TLanes Of<TLanes>(TLanes first, TLanes second)
        where TLanes : struct, ILanes<TLanes, double>;
}

internal readonly struct DoubleSin : IDoubleFunction
{
    public static double Limit => DoubleFunctions.LargestAngle;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Sin(x);

    public static double Beyond(double x) => Math.Sin(x);
}

internal readonly struct DoubleCos : IDoubleFunction
{
    public static double Limit => DoubleFunctions.LargestAngle;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Cos(x);

    public static double Beyond(double x) => Math.Cos(x);
}

internal readonly struct DoubleTan : IDoubleFunction
{
    public static double Limit => DoubleFunctions.LargestAngle;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Tan(x);

    public static double Beyond(double x) => Math.Tan(x);
}

internal readonly struct DoubleAsin : IDoubleFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Asin(x);
}

internal readonly struct DoubleAcos : IDoubleFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Acos(x);
}

internal readonly struct DoubleAtan : IDoubleFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Atan(x);
}

internal readonly struct DoubleSinh : IDoubleFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Sinh(x);
}

internal readonly struct DoubleCosh : IDoubleFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Cosh(x);
}

internal readonly struct DoubleAsinh : IDoubleFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Asinh(x);
}

internal readonly struct DoubleAcosh : IDoubleFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Acosh(x);
}

internal readonly struct DoubleAtanh : IDoubleFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Atanh(x);
}

internal readonly struct DoubleLog2 : IDoubleFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Log2(x);
}

internal readonly struct DoubleLog10 : IDoubleFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Log10(x);
}

internal readonly struct DoubleCbrt : IDoubleFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Cbrt(x);
}

internal readonly struct DoubleAtan2 : IDoubleFunction2
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes first, TLanes second)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Atan2(first, second);
}

internal readonly struct DoublePow : IDoubleFunction2
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes>(TLanes first, TLanes second)
        where TLanes : struct, ILanes<TLanes, double> => DoubleFunctions.Pow(first, second);
}

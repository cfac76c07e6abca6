namespace GenNet.Generator.Diagnostics;

/// <summary>The diagnostics that a code fix mends: the generator reports them, the fixes know them by these.</summary>
internal static class DiagnosticIds
{
    public const string NotPartial = "GENNET001";
    public const string ContainerNotPartial = "GENNET002";
    public const string SizeMismatch = "GENNET006";
    public const string AlphaUnused = "GENNET009";
    public const string SoftmaxNotLast = "GENNET010";
    public const string LossMismatch = "GENNET011";
    public const string NotNetwork = "GENNET016";
    public const string InvalidInit = "GENNET024";
    public const string NotFeatures = "GENNET033";
    public const string InputMismatch = "GENNET035";
    public const string ProjectionUnused = "GENNET038";
    public const string FunctionNotStatic = "GENNET055";
    public const string FunctionWithoutAlpha = "GENNET060";
    public const string UnfittingInit = "GENNET090";
}

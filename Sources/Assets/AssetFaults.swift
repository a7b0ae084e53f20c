// Whoever imports the domain has its faults: they stand below it so that AssetFiles, which knows no asset, throws them.
@_exported public import AssetFaults

export declare const lockStamp: (lockText: string, platform: string, arch: string) => string
export declare const wantsInstall: (stamp: string, stampInModules: string | undefined) => boolean
